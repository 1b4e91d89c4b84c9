"""Five numbers at the right of the universal box: layout only."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.domain.drafts import SLOTS
from app.messages import text
from ui.shell.baskets import Chip
from ui.style.metrics import RADIUS, TEXT, px
from ui.style.theme import pen_colour, tokens

_SIDE, _HEIGHT = 36, 40


class BasketChips(QWidget):
    """``recalled(slot)``: a click, or Alt and the number."""

    recalled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(text("ui.baskets.name"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        self._chips: dict[int, _Chip] = {}
        for slot in range(1, SLOTS + 1):
            chip = self._chips[slot] = _Chip(slot)
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked=False, which=slot: self.recalled.emit(which))
            key = QShortcut(QKeySequence(f"Alt+{slot}"), self)
            key.activated.connect(lambda which=slot: self.recalled.emit(which))

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """How each stands."""
        for chip in chips:
            self._chips[chip.slot].show_state(chip)

    def state(self, slot: int) -> str:
        """How one stands, as shown."""
        return self._chips[slot].state

    def words(self, slot: int) -> str:
        """What is said of one."""
        return self._chips[slot].accessibleName()


class _Chip(QAbstractButton):
    """Takes no focus: the keyboard has Alt and its number."""

    def __init__(self, slot: int) -> None:
        super().__init__()
        self.state = "free"
        self.setText(str(slot))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(self.sizeHint())

    def show_state(self, chip: Chip) -> None:
        self.state = chip.state
        self.setAccessibleName(chip.words)
        self.setToolTip(chip.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_SIDE), px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Open: filled. Waiting: amber, with a dot, so that colour does not stand alone."""
        colours = tokens()
        ground, edge, ink = {
            "here": (colours.accent, colours.accent, colours.on_accent),
            "waiting": (colours.warn_soft, colours.warn_bar, colours.warn),
        }.get(self.state, (colours.panel, colours.line, colours.faint))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(pen_colour(edge), 1.0))
        painter.setBrush(pen_colour(ground))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, px(RADIUS), px(RADIUS))
        letters = QFont(self.font())
        letters.setPixelSize(px(TEXT))
        letters.setWeight(QFont.Weight.Bold if self.state != "free" else QFont.Weight.Normal)
        painter.setFont(letters)
        painter.setPen(QPen(pen_colour(ink)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.state == "waiting":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen_colour(ink))
            side = px(5)
            painter.drawEllipse(QRectF(self.width() - side * 1.8, side * 0.8, side, side))
