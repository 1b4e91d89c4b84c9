"""F1: the keys that work now, each in words. Any key takes it away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from ui.shell.handle import Key, KeyAction
from ui.style.metrics import px
from ui.style.theme import pen_colour, tokens
from ui.widgets.card import Card
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import Text
from ui.widgets.scroll import Scroll
from ui.widgets.shade import throw_shade

SPACE = "Space"
"""Named in words on the cap."""

_GENERAL = (
    (("Enter",), "ui.help.enter"),
    (("Tab",), "ui.help.tab"),
    (("Esc",), "ui.help.esc"),
    (("↑", "↓"), "ui.help.arrows"),
    (("1", "…", "9"), "ui.help.digits"),
    ((SPACE,), "ui.help.space"),
    (("+",), "ui.help.zeros"),
    (("Ctrl", "Enter"), "ui.help.register"),
    (("Ctrl", "G"), "ui.help.syncing"),
    (("Ctrl", ","), "ui.help.settings"),
    (("Ctrl", "L"), "ui.help.lock"),
    (("Ctrl", "Z"), "ui.help.undo"),
    (("F1", "F1"), "ui.help.problems"),
)


_STEPS: Mapping[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 4,
    Qt.Key.Key_PageUp: -4,
}
"""Quarters of what is shown."""


class HelpOverlay(QWidget):
    """Lies over the whole window. ``closed`` when it goes; ``problems_asked`` by F1 once more."""

    closed = Signal()
    problems_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._window = window
        self._card: Card | None = None
        self._keys: Scroll | None = None
        self._column = QVBoxLayout(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    def open(self, title: str, actions: Mapping[Key, KeyAction], others: Mapping[str, str]) -> None:
        """Show what works now on the page called ``title``; ``others`` are keys of its buttons."""
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._keys = _all_keys(actions, others)
        self._card = _card(title, self._keys)
        self._card.setFixedWidth(min(px(900), self._window.width() - px(32)))
        throw_shade(self._card)
        self._column.addWidget(self._card)
        self._card.setMaximumHeight(self._window.height() - px(16))
        self.setAccessibleName(text("ui.help.title", page=title))
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes, but arrows while there is more than the window shows."""
        event.accept()
        if self._scrolled(event.key()):
            return
        self._close()
        if event.key() == Qt.Key.Key_F1:
            self.problems_asked.emit()

    def _scrolled(self, key: int) -> bool:
        bar = self._keys.verticalScrollBar() if self._keys is not None else None
        if bar is None or not bar.maximum() or key not in _STEPS:
            return False
        bar.setValue(bar.value() + _STEPS[key] * bar.pageStep() // 4)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click closes, too."""
        event.accept()
        self._close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The page shows through, dimmed."""
        QPainter(self).fillRect(self.rect(), pen_colour(tokens().shade, 110))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()


def _card(title: str, keys: Scroll) -> Card:
    card = Card()
    card.body.addWidget(Text(text("ui.help.title", page=title), "page-title"))
    card.body.addWidget(keys)
    card.body.addWidget(Text(text("ui.help.close"), "secondary"))
    return card


def _all_keys(actions: Mapping[Key, KeyAction], others: Mapping[str, str]) -> Scroll:
    """With large text there may be more than the window is high."""
    inside = QWidget()
    columns = QHBoxLayout(inside)
    columns.setContentsMargins(0, 0, 0, 0)
    columns.setSpacing(px(36))
    now: list[tuple[Sequence[str], str]] = [
        ((str(key),), _words(action)) for key, action in actions.items()
    ]
    now += [(tuple(key.split("+")), word) for key, word in others.items()]
    columns.addLayout(_keys(text("ui.help.now"), now, 76 if others else 40), 4)
    general = [(keys, text(code)) for keys, code in _GENERAL]
    columns.addLayout(_keys(text("ui.help.general"), general, 108), 5)
    return Scroll(inside)


def _words(action: KeyAction) -> str:
    return f"{action.word} — {action.missing}" if action.missing else action.word


def _keys(title: str, keys: Sequence[tuple[Sequence[str], str]], width: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(9))
    column.addWidget(Text(title, "head"))
    for caps, words in keys:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        left = QWidget()
        left.setFixedWidth(px(width))
        keyboard = QHBoxLayout(left)
        keyboard.setContentsMargins(0, 0, 0, 0)
        keyboard.setSpacing(px(4))
        for cap in caps:
            keyboard.addWidget(KeyCap(text("ui.help.space_key") if cap == SPACE else cap))
        keyboard.addStretch(1)
        row.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words, wrap=True), 1)
        column.addLayout(row)
    column.addStretch(1)
    return column
