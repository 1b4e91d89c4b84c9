"""Keys as the window system delivers them: by a hand, by a scanner, by an input method."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

Show = Callable[..., QWidget]
"""The fixture ``show``: puts widgets into an active window, which it returns."""

HAND_MS = 120
SCANNER_MS = 5
PAUSE_MS = 1_000
_NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Sends to the window itself, so that whatever watches keys there sees them.

    Time is the keys' own: nothing waits.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._at = 1_000

    def type(self, text: str, gap_ms: int = HAND_MS) -> None:
        """One character after the other."""
        for character in text:
            self._send(_key_of(character), character, gap_ms)

    def scan(self, text: str, gap_ms: int = SCANNER_MS) -> None:
        """As a wedge scanner: fast, Enter at the end."""
        self.pause()
        self.scan_on(text, gap_ms)

    def scan_on(self, text: str, gap_ms: int = SCANNER_MS) -> None:
        """The rest of a scan that has begun."""
        self.type(text, gap_ms)
        self._send(Qt.Key.Key_Return, "\r", gap_ms)

    def pause(self) -> None:
        """Longer than any scanner stutters."""
        self._at += PAUSE_MS

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """A key that is no character."""
        text = "\r" if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else ""
        self._send(key, text, HAND_MS, modifiers)

    def press_soon(self, key: Qt.Key, gap_ms: int) -> None:
        """A key that no finger could press so soon."""
        self._send(key, "", gap_ms)

    def hold(self, character: str, times: int) -> None:
        """A key held down repeats by itself."""
        for _ in range(times):
            self._at += 33
            self._post(QEvent.Type.KeyPress, _key_of(character), character, repeats=True)

    def _send(
        self, key: Qt.Key, text: str, gap_ms: int, modifiers: Qt.KeyboardModifier = _NONE
    ) -> None:
        self._at += gap_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._post(kind, key, text, modifiers)

    def _post(
        self,
        kind: QEvent.Type,
        key: Qt.Key,
        text: str,
        modifiers: Qt.KeyboardModifier = _NONE,
        *,
        repeats: bool = False,
    ) -> None:
        event = QKeyEvent(kind, key, modifiers, text, repeats)
        event.setTimestamp(self._at)
        QApplication.sendEvent(self._window.windowHandle(), event)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method sends while a word is being composed."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def _key_of(character: str) -> Qt.Key:
    if character.isascii() and character.isprintable():
        return Qt.Key(ord(character.upper()))
    return Qt.Key.Key_unknown
