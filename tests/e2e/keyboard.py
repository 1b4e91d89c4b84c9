"""Keys into the real window: as a hand presses them, and as a wedge scanner sends them.

Through the XTEST extension, as xdotool does, with two differences. The server itself keeps the
time between two keys, so nothing here sleeps. And every Vietnamese letter has a key of its own
before the window opens: xdotool moves one spare key from letter to letter while it types, and the
capitals of Latin-1 (Á, À, Ô …) then arrive as small letters.
"""

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final
from unicodedata import normalize

HAND_MS: Final = 55
"""Between two keys of a quick typist; a burst is told from a hand at 50."""
SCANNER_MS: Final = 1
AIM_MS: Final = 150
"""Nobody lets go of a key and has a code scanned sooner."""

_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS: Final = ("đ", *(normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in _TONES))
"""The small letters of Vietnamese that no American key carries, and those it does."""

_NAMES = {
    "Enter": "Return",
    "Esc": "Escape",
    "Space": "space",
    "Ctrl": "Control_L",
    "Shift": "Shift_L",
    "Alt": "Alt_L",
    "PageDown": "Next",
    "PageUp": "Prior",
    "Backspace": "BackSpace",
}
_SPARE_KEYS = (*range(136, 203), *range(208, 255))  # multimedia keys; 203–207 are modifiers
_UNICODE_KEYSYM = 0x0100_0000


class Keyboard:
    """``pressed`` counts keys as a person would: Shift for a capital is none of its own."""

    def __init__(self, display: str) -> None:
        self.pressed = 0
        self._x11 = _library("libX11.so.6")
        self._xtest = _library("libXtst.so.6")
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        assert self._display, f"no screen at {display}"
        self._keys = self._layout()
        self._add_letters()
        self._shift = self._named("Shift_L")

    def close(self) -> None:
        """Leave the screen."""
        self._x11.XCloseDisplay(self._display)

    def scan(self, text: str) -> None:
        """A wedge scanner: the whole code, then Enter."""
        self._fake(self._shift, down=True, after_ms=AIM_MS)
        self._fake(self._shift, down=False)
        self._type(text, SCANNER_MS)
        self._tap(self._named("Return"), SCANNER_MS)
        self._sync()

    def write(self, text: str) -> None:
        """A hand."""
        self.pressed += len(text)
        self._type(text, HAND_MS)
        self._sync()

    def press(self, *keys: str) -> None:
        """One key after the other, by name: ``F12``, ``Enter``, ``Ctrl+Enter``."""
        self.pressed += len(keys)
        for key in keys:
            *held, last = (self._named(name) for name in key.split("+"))
            for code in held:
                self._fake(code, down=True, after_ms=HAND_MS)
            self._tap(last, HAND_MS)
            for code in reversed(held):
                self._fake(code, down=False)
        self._sync()

    def hammer(self, key: str, times: int, pace_ms: int = 0) -> None:
        """The same key again and again, as fast as the line carries it unless a pace is given."""
        for _ in range(times):
            self._tap(self._named(key), pace_ms)
        self._sync()

    @contextmanager
    def counting(self) -> Iterator[list[int]]:
        """Afterwards the list holds how many keys were pressed inside."""
        before = self.pressed
        counted: list[int] = []
        yield counted
        counted.append(self.pressed - before)

    def _type(self, text: str, pace_ms: int) -> None:
        for character in normalize("NFC", text):
            if character == "\b":
                self._tap(self._named("BackSpace"), pace_ms)
                continue
            code, shifted = self._keys[_keysym(character)]
            if shifted:
                self._fake(self._shift, down=True)
            self._tap(code, pace_ms)
            if shifted:
                self._fake(self._shift, down=False)

    def _tap(self, code: int, pace_ms: int) -> None:
        self._fake(code, down=True, after_ms=pace_ms)
        self._fake(code, down=False)

    def _fake(self, code: int, *, down: bool, after_ms: int = 0) -> None:
        self._xtest.XTestFakeKeyEvent(self._display, code, int(down), ctypes.c_ulong(after_ms))

    def _sync(self) -> None:
        """Return when the server has sent everything: it lets its client wait meanwhile."""
        self._x11.XSync(self._display, 0)

    def _named(self, name: str) -> int:
        keysym = self._x11.XStringToKeysym(_NAMES.get(name, name).encode())
        code: int = self._x11.XKeysymToKeycode(self._display, ctypes.c_ulong(keysym))
        assert code, f"no key is called {name}"
        return code

    def _layout(self) -> dict[int, tuple[int, bool]]:
        """Which key gives each character of the layout, and whether with Shift."""
        per_key = ctypes.c_int()
        first, count = 8, 128
        table = self._x11.XGetKeyboardMapping(self._display, first, count, ctypes.byref(per_key))
        keys: dict[int, tuple[int, bool]] = {}
        for place in range(count):
            for level in (0, 1):
                keysym = int(table[place * per_key.value + level])
                keys.setdefault(keysym, (first + place, level == 1))
        self._x11.XFree(table)
        return keys

    def _add_letters(self) -> None:
        missing = [each for each in LETTERS if _keysym(each) not in self._keys]
        for code, letter in zip(_SPARE_KEYS, missing, strict=False):
            pair = (_keysym(letter), _keysym(letter.upper()))
            self._x11.XChangeKeyboardMapping(self._display, code, 2, (ctypes.c_ulong * 2)(*pair), 1)
            self._keys |= {pair[0]: (code, False), pair[1]: (code, True)}
        self._sync()


def _library(name: str) -> ctypes.CDLL:
    library = ctypes.CDLL(name)
    for function, answer in _answers(name):
        getattr(library, function).restype = answer
    return library


def _answers(name: str) -> Iterable[tuple[str, type]]:
    if name.startswith("libX11"):
        yield "XOpenDisplay", ctypes.c_void_p
        yield "XStringToKeysym", ctypes.c_ulong
        yield "XKeysymToKeycode", ctypes.c_ubyte
        yield "XGetKeyboardMapping", ctypes.POINTER(ctypes.c_ulong)


def _keysym(character: str) -> int:
    code = ord(character)
    return code if code < 0x100 else _UNICODE_KEYSYM | code
