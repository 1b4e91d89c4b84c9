"""The keys at the foot of the window, in words; what does not work now is dimmed."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.messages import text
from ui.shell.handle import Key, KeyAction
from ui.style.metrics import CAPTION, RADIUS, SECONDARY, px
from ui.style.theme import part, pen_colour, tokens

_HEIGHT = 52
_WORDS = {
    Key.F1: "ui.keys.help",
    Key.F2: "ui.keys.find",
    Key.F3: "ui.keys.shipment",
    Key.F4: "ui.keys.receiver",
    Key.F7: "ui.keys.checklist",
    Key.F8: "ui.keys.print",
    Key.F9: "ui.keys.pay",
    Key.F12: "ui.keys.finish",
}
_GAP_BEFORE = (Key.F7, Key.F9)
"""Where the keyboard has a gap, or keys of the bar are missing, the bar has a wider one."""


class KeyBar(QWidget):
    """``pressed(key)`` when one is clicked; the keys themselves are the window's."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        part(self, "keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(px(_HEIGHT))
        self.setAccessibleName(text("ui.keys.title"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(5), px(12), px(4))
        row.setSpacing(px(4))
        self._slots: dict[Key, _Slot] = {}
        for key in Key:
            if key in _GAP_BEFORE:
                row.addSpacing(px(18))
            slot = _Slot(key, text(_WORDS[key]))
            slot.clicked.connect(lambda _checked=False, which=key: self.pressed.emit(which))
            row.addWidget(slot, 1)
            self._slots[key] = slot

    def show_keys(self, actions: Mapping[Key, KeyAction], here: Key | None) -> None:
        """What each key does now; ``here`` is the key of the page in front."""
        for key, slot in self._slots.items():
            action = actions.get(key)
            word = action.word if action else text(_WORDS[key])
            slot.show_state(word, on=action is not None and not action.missing, here=key == here)
            slot.setToolTip(action.missing if action else "")

    def word(self, key: Key) -> str:
        """The word under ``key`` now."""
        return self._slots[key].text()

    def is_on(self, key: Key) -> bool:
        """Whether ``key`` works now."""
        return self._slots[key].is_on()


class _Slot(QAbstractButton):
    """A key's name above its word."""

    def __init__(self, key: Key, word: str) -> None:
        super().__init__()
        self._key = key
        self._on = False
        self._here = False
        self.setText(word)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def is_on(self) -> bool:
        return self._on

    def show_state(self, word: str, *, on: bool, here: bool) -> None:
        self._on, self._here = on, here
        self.setText(word)
        state = "" if on else text("ui.keys.off")
        self.setAccessibleName(f"{self._key}, {word} {state}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(96), px(_HEIGHT - 10))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._here or (self._on and (self.underMouse() or self.isDown())):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pen_colour(colours.accent_soft))
            painter.drawRoundedRect(frame, px(RADIUS - 2), px(RADIUS - 2))
        middle = self.height() // 2
        painter.setFont(self._letters(CAPTION, bold=True))
        painter.setPen(QPen(pen_colour(colours.accent_text if self._on else colours.faint)))
        upper = self.rect().adjusted(0, px(1), 0, -middle)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(self._key))
        letters = self._letters(SECONDARY, bold=False)
        painter.setFont(letters)
        painter.setPen(QPen(pen_colour(colours.text if self._on else colours.faint)))
        lower = self.rect().adjusted(0, middle - px(3), 0, -px(2))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, lower.width()
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, shown)

    def _letters(self, size: int, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
