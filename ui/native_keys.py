"""Keys of an X11 screen as the keyboard sent them, before any typing tool has seen them.

A typing tool answers late and out of turn: keys that are kept from it in the middle of a scan
overtake those it still has. Here nothing of a scan ever reaches it but the first three keys.
"""

import ctypes
import os
from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

_PRESS, _RELEASE, _MAPPING = 2, 3, 34
_SHIFT, _LOCK, _CONTROL, _ALT, _NUM, _SUPER = 1, 2, 4, 8, 16, 64
_UNICODE_KEYSYM: Final = 0x0100_0000
_NAMED: Final = {
    0xFF0D: Qt.Key.Key_Return,
    0xFF8D: Qt.Key.Key_Enter,
    0xFF08: Qt.Key.Key_Backspace,
    0xFFE1: Qt.Key.Key_Shift,
    0xFFE2: Qt.Key.Key_Shift,
    0xFFE5: Qt.Key.Key_CapsLock,
    0xFF7F: Qt.Key.Key_NumLock,
    0xFE03: Qt.Key.Key_AltGr,
}
HELD_MS: Final = 100
"""No scanner holds a key so long, and no keyboard repeats one sooner."""

_ENTERS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD: Final = range(0xFFAA, 0xFFBA)
_OLD_LETTERS: Final = {0x01E3: "ă", 0x01C3: "Ă", 0x01F0: "đ", 0x01D0: "Đ"}


class KeyPressEvent(ctypes.Structure):
    """As the X11 protocol lays it out."""

    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("code", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("time", ctypes.c_uint32),
        ("root", ctypes.c_uint32),
        ("window", ctypes.c_uint32),
        ("child", ctypes.c_uint32),
        ("at", ctypes.c_int16 * 4),
        ("state", ctypes.c_uint16),
    )


class Layout(Protocol):
    """What stands on a key."""

    def keysym(self, code: int, group: int, level: int) -> int: ...
    def changed(self) -> None: ...


class X11Layout:
    """Asked of the display itself, on a line of its own."""

    def __init__(self, display: str) -> None:
        self._name = display.encode()
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XkbKeycodeToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(None)
        self.changed()

    def keysym(self, code: int, group: int, level: int) -> int:
        """The sign under a key."""
        found: int = self._x11.XkbKeycodeToKeysym(self._display, code, group, level)
        return found

    def changed(self) -> None:
        """Another layout was chosen: ask anew."""
        self.close()
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(self._name))
        if not self._display:
            raise OSError(self._name)

    def close(self) -> None:
        """Leave the display."""
        if self._display:
            self._x11.XCloseDisplay(self._display)
        self._display = ctypes.c_void_p(None)


def layout() -> X11Layout | None:
    """None where keys do not come from X11."""
    if QGuiApplication.platformName() != "xcb":
        return None
    try:
        return X11Layout(os.environ.get("DISPLAY", ""))
    except (OSError, AttributeError):
        return None


class NativeKeys(QAbstractNativeEventFilter):
    """``pressed`` is asked of every key first: True keeps it from typing tools and fields alike."""

    def __init__(self, layout: Layout, pressed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._layout = layout
        self._pressed = pressed
        self._kept: set[int] = set()
        self._released = (0, 0)
        self._down: dict[int, int] = {}

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """True stops the event."""
        if QByteArray(kind).data() != b"xcb_generic_event_t":
            return False, 0
        event = KeyPressEvent.from_address(int(message))
        what = event.kind & 0x7F
        if what == _MAPPING:
            self._layout.changed()
        elif what == _PRESS:
            return self._press(event), 0
        elif what == _RELEASE:
            self._released = (event.code, event.time)
            if event.code in self._kept:
                self._kept.discard(event.code)
                return True, 0
        return False, 0

    def _press(self, event: KeyPressEvent) -> bool:
        kept = self._pressed(self.key_of(event))
        if kept:
            self._kept.add(event.code)
        return kept

    def key_of(self, event: KeyPressEvent) -> QKeyEvent:
        """As Qt would have told it; a key held long repeats at the moment of its release."""
        held = event.time - self._down.get(event.code, event.time) >= HELD_MS
        repeats = held and self._released == (event.code, event.time)
        if not repeats:
            self._down[event.code] = event.time
        sign = self._sign(event)
        key = _NAMED.get(sign, Qt.Key.Key_unknown)
        text = "\r" if key in _ENTERS else text_of(sign)
        if text.isascii() and text.isprintable() and text:
            key = Qt.Key(ord(text.upper()))
        told = QKeyEvent(QEvent.Type.KeyPress, key, _modifiers(event.state), text, repeats)
        told.setTimestamp(event.time)
        return told

    def _sign(self, event: KeyPressEvent) -> int:
        group = event.state >> 13 & 3
        plain = self._layout.keysym(event.code, group, 0)
        shift = bool(event.state & _SHIFT)
        if event.state & _LOCK and text_of(plain).isalpha():
            shift = not shift
        if plain in _KEYPAD or self._layout.keysym(event.code, group, 1) in _KEYPAD:
            shift = bool(event.state & _NUM) != shift
        return self._layout.keysym(event.code, group, 1) if shift else plain


def text_of(sign: int) -> str:
    """The character of a keysym, "" for keys that are none."""
    if 0x20 <= sign <= 0x7E or 0xA0 <= sign <= 0xFF:
        return chr(sign)
    if sign in _KEYPAD:
        return chr(sign & 0x7F)
    return chr(sign - _UNICODE_KEYSYM) if sign > _UNICODE_KEYSYM else _OLD_LETTERS.get(sign, "")


def _modifiers(state: int) -> Qt.KeyboardModifier:
    found = Qt.KeyboardModifier.NoModifier
    for bit, modifier in (
        (_SHIFT, Qt.KeyboardModifier.ShiftModifier),
        (_CONTROL, Qt.KeyboardModifier.ControlModifier),
        (_ALT, Qt.KeyboardModifier.AltModifier),
        (_SUPER, Qt.KeyboardModifier.MetaModifier),
    ):
        if state & bit:
            found |= modifier
    return found


def listen(app: QApplication, pressed: Callable[[QKeyEvent], bool]) -> NativeKeys | None:
    """Hear the keyboard until the program ends; None where keys do not come from X11."""
    found = layout()
    if found is None:
        return None
    keys = NativeKeys(found, pressed)
    app.installNativeEventFilter(keys)
    app.aboutToQuit.connect(lambda: app.removeNativeEventFilter(keys))
    return keys
