"""The keys at the foot of the window, in words; what does not work now is dimmed."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.messages import text
from ui.shell.handle import Key, KeyAction
from ui.shell.print_note import Note
from ui.style.metrics import CAPTION, RADIUS, SECONDARY, px
from ui.style.theme import part, pen_colour, tokens

_HEIGHT = 52
_LEAST_SHARE = 0.6
_TWO = 2
_MORE = "!"
"""Where a note has no room; it is read out, and stands in its key's tooltip."""
_WORDS = {
    Key.F1: "ui.keys.help",
    Key.F2: "ui.keys.find",
    Key.F3: "ui.keys.shipment",
    Key.F4: "ui.keys.receiver",
    Key.F5: "ui.keys.transactions",
    Key.F6: "ui.keys.complaint",
    Key.F7: "ui.keys.checklist",
    Key.F8: "ui.keys.print",
    Key.F9: "ui.keys.pay",
    Key.F10: "ui.keys.hold",
    Key.F11: "ui.keys.cash",
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
        self.fit_again()

    def fit_again(self) -> None:
        """Large text: the words become smaller together, none by itself."""
        size = min(slot.fitting() for slot in self._slots.values())
        for slot in self._slots.values():
            slot.write_in(size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, larger words."""
        super().resizeEvent(event)
        self.fit_again()

    def show_note(self, note: Note) -> None:
        """How the printers stand, beside their key."""
        self._slots[Key.F8].show_note(note)

    def note(self) -> str:
        """What stands beside the key of the printers."""
        return self._slots[Key.F8].note

    def word(self, key: Key) -> str:
        """The word under ``key`` now."""
        return self._slots[key].text()

    def is_on(self, key: Key) -> bool:
        """Whether ``key`` works now."""
        return self._slots[key].is_on()

    def cut(self) -> list[str]:
        """Words that have no room even in the smallest letters: there should be none."""
        return [words for slot in self._slots.values() for words in slot.cut()]


class _Slot(QAbstractButton):
    """A key's name above its word."""

    def __init__(self, key: Key, word: str) -> None:
        super().__init__()
        self._key = key
        self._on = False
        self._here = False
        self._note = Note()
        self._size = px(SECONDARY)
        self.setText(word)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def is_on(self) -> bool:
        return self._on

    def show_state(self, word: str, *, on: bool, here: bool) -> None:
        self._on, self._here = on, here
        self.setText(word)
        self._tell()

    @property
    def note(self) -> str:
        return self._note.words

    def show_note(self, note: Note) -> None:
        self._note = note
        self._tell()

    def _tell(self) -> None:
        state = "" if self._on else text("ui.keys.off")
        name = f"{self._key}, {self.text()} {state}".strip()
        self.setAccessibleName(f"{name}. {self._note.sentence}" if self._note.words else name)
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
        self._paint_upper(painter, upper)
        painter.setPen(QPen(pen_colour(colours.accent_text if self._on else colours.faint)))
        lower = self.rect().adjusted(0, px(CAPTION + 3), 0, 0)
        letters = self._letters(SECONDARY, bold=False)
        letters.setPixelSize(self._size)
        painter.setFont(letters)
        painter.setPen(QPen(pen_colour(colours.text if self._on else colours.faint)))
        lines = [
            painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, lower.width())
            for line in self._lines(painter.fontMetrics())
        ]
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, "\n".join(lines))

    def _lines(self, letters: QFontMetrics) -> list[str]:
        """The word in one line; with large text, where it has no room, in two."""
        words = self.text().split(" ")
        room = self.height() - px(CAPTION + 4) >= 2 * letters.lineSpacing()
        if letters.horizontalAdvance(self.text()) <= self.width() or len(words) < _TWO or not room:
            return [self.text()]
        splits = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        return list(min(splits, key=lambda pair: max(map(letters.horizontalAdvance, pair))))

    def _paint_upper(self, painter: QPainter, room: QRect) -> None:
        """The key's name; beside it, in the colours of its tone, what there is to mind."""
        name = str(self._key)
        if not self._note.words:
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, name)
            return
        metrics = painter.fontMetrics()
        most = room.width() - metrics.horizontalAdvance(name) - px(18)
        fits = metrics.horizontalAdvance(self._note.words) <= most
        words = self._note.words if fits else _MORE
        wide = metrics.horizontalAdvance(words) + px(10)
        left = room.left() + (room.width() - wide - metrics.horizontalAdvance(name) - px(5)) // 2
        painter.drawText(
            QRect(left, room.top(), room.width(), room.height()),
            Qt.AlignmentFlag.AlignVCenter,
            name,
        )
        ink, ground, bar = tokens().toned(self._note.tone)
        at = left + metrics.horizontalAdvance(name) + px(5)
        pill = QRectF(at, room.top() + px(2), wide, room.height() - px(3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(pen_colour(bar)))
        painter.setBrush(pen_colour(ground))
        painter.drawRoundedRect(pill, px(4), px(4))
        painter.setPen(QPen(pen_colour(ink)))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def fitting(self) -> int:
        """How large the word may be: of its size, then of its end it loses something."""
        font = self._letters(SECONDARY, bold=False)
        least = max(SECONDARY, round(px(SECONDARY) * _LEAST_SHARE))
        while font.pixelSize() > least and self._wide(QFontMetrics(font)) > self.width():
            font.setPixelSize(font.pixelSize() - 1)
        return font.pixelSize()

    def _wide(self, letters: QFontMetrics) -> int:
        return max(map(letters.horizontalAdvance, self._lines(letters)))

    def cut(self) -> list[str]:
        font = self._letters(SECONDARY, bold=False)
        font.setPixelSize(self._size)
        return [self.text()] if self._wide(QFontMetrics(font)) > self.width() else []

    def write_in(self, size: int) -> None:
        """All words of the bar have one size."""
        self._size = size
        self.update()

    def _letters(self, size: int, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font
