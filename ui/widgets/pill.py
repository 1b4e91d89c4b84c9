"""The button that ``Choice`` and ``Chips`` are made of."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.style.metrics import CONTROL, RADIUS, SECONDARY, px
from ui.style.theme import pen_colour, tokens


class Pill(QAbstractButton):
    """On or off; on also shows a tick, so that colour does not stand alone.

    Takes no focus itself: the group does, and draws the ring on its current pill.
    """

    def __init__(self, label: str, *, round_ends: bool) -> None:
        super().__init__()
        self.setText(label)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed if round_ends else QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Fixed,
        )
        self._round = round_ends
        self.setCheckable(True)  # so that screen readers tell whether it is on
        self._ringed = False

    def is_on(self) -> bool:
        """Whether it is chosen."""
        return self.isChecked()

    def nextCheckState(self) -> None:
        """A click asks the group, which may refuse."""

    def set_on(self, *, on: bool) -> None:
        """Choose or not; tells nobody."""
        self.setChecked(on)
        self.updateGeometry()
        self.update()

    def set_ringed(self, *, ringed: bool) -> None:
        """The focus ring of the group's current pill."""
        self._ringed = ringed
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words and, when on, the tick."""
        letters = QFontMetrics(self._font())
        wide = letters.horizontalAdvance(self._shown()) + px(26)
        return QSize(wide, px(30 if self._round else CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Frame, ground, words."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._ringed
        edge = 2.0 if self.isChecked() or ring else 1.0
        frame = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        radius = frame.height() / 2 if self._round else px(RADIUS - 1)
        if ring:
            painter.setPen(QPen(pen_colour(colours.ring), px(3)))
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), radius, radius)
        painter.setPen(QPen(pen_colour(self._edge()), edge))
        painter.setBrush(pen_colour(colours.accent_soft if self.isChecked() else colours.panel))
        inner = frame.adjusted(2, 2, -2, -2) if ring else frame
        painter.drawRoundedRect(inner, radius, radius)
        painter.setFont(self._font())
        painter.setPen(pen_colour(self._ink()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown())

    def _shown(self) -> str:
        return f"✓ {self.text()}" if self.isChecked() and self._round else self.text()

    def _edge(self) -> str:
        colours = tokens()
        if not self.isEnabled():
            return colours.line
        return colours.accent_text if self.isChecked() else colours.outline

    def _ink(self) -> str:
        colours = tokens()
        if not self.isEnabled():
            return colours.faint
        return colours.accent_text if self.isChecked() else colours.text

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(SECONDARY + 1))
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        return font
