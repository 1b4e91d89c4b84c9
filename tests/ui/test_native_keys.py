"""Keys as an X11 screen tells them; the real screen is in tests/e2e/test_scans.py."""

import ctypes

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.native_keys import KeyPressEvent, NativeKeys, layout, listen, text_of

SHIFT, LOCK, CONTROL, NUM = 1, 2, 4, 16
A, ONE, ENTER, BACKSPACE, HOME, PAD_7, DONG = 38, 10, 36, 22, 110, 79, 200
KIND = b"xcb_generic_event_t"


class _Layout:
    """A few keys of an American keyboard, and one with a letter of Vietnam."""

    def __init__(self) -> None:
        self.asked_anew = 0
        self._keys = {
            A: (0x61, 0x41),
            ONE: (0x31, 0x21),
            ENTER: (0xFF0D, 0xFF0D),
            BACKSPACE: (0xFF08, 0xFF08),
            HOME: (0xFF50, 0xFF50),
            PAD_7: (0xFF95, 0xFFB7),
            DONG: (0x01F0, 0x01D0),
        }

    def keysym(self, code: int, group: int, level: int) -> int:
        assert group == 0
        return self._keys[code][level]

    def changed(self) -> None:
        self.asked_anew += 1


class _Board:
    """``kept`` says which keys are kept from everybody else."""

    def __init__(self, kept: str = "") -> None:
        self.layout = _Layout()
        self.heard: list[QKeyEvent] = []
        self._kept = kept
        self.keys = NativeKeys(self.layout, self._pressed)

    def send(self, kind: int, code: int, state: int = 0, time: int = 1_000) -> bool:
        event = KeyPressEvent(kind=kind, code=code, state=state, time=time)
        return self.keys.nativeEventFilter(KIND, ctypes.addressof(event))[0]

    def _pressed(self, event: QKeyEvent) -> bool:
        self.heard.append(event)
        return event.text() in self._kept and bool(event.text())


@pytest.mark.parametrize(
    ("code", "state", "text"),
    [
        (A, 0, "a"),
        (A, SHIFT, "A"),
        (A, LOCK, "A"),
        (A, LOCK | SHIFT, "a"),
        (ONE, 0, "1"),
        (ONE, SHIFT, "!"),
        (ONE, LOCK, "1"),
        (ENTER, 0, "\r"),
        (HOME, 0, ""),
        (PAD_7, NUM, "7"),
        (PAD_7, 0, ""),
        (DONG, 0, "đ"),
        (DONG, SHIFT, "Đ"),
    ],
)
def test_a_key_is_told_with_its_character(code: int, state: int, text: str) -> None:
    board = _Board()

    assert not board.send(2, code, state)

    assert board.heard[0].text() == text
    assert board.heard[0].timestamp() == 1_000


def test_keys_have_their_names_and_modifiers() -> None:
    board = _Board()

    board.send(2, BACKSPACE)
    board.send(2, ENTER)
    board.send(2, A, CONTROL)

    assert [event.key() for event in board.heard] == [
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Return,
        Qt.Key.Key_A,
    ]
    assert board.heard[2].modifiers() == Qt.KeyboardModifier.ControlModifier


def test_a_key_that_is_kept_is_kept_with_its_release() -> None:
    board = _Board(kept="a")

    assert board.send(2, A)
    assert board.send(3, A, time=1_001)
    assert not board.send(3, A, time=1_002)
    assert not board.send(2, ONE)
    assert not board.send(3, ONE)


def test_a_key_held_down_repeats() -> None:
    board = _Board()
    board.send(2, A, time=1_000)
    board.send(3, A, time=1_300)
    board.send(2, A, time=1_300)
    board.send(3, A, time=1_400)
    board.send(2, A, time=1_402)

    assert [event.isAutoRepeat() for event in board.heard] == [False, True, False]


def test_a_scanner_may_send_one_digit_twice_within_a_millisecond() -> None:
    board = _Board()
    for _ in range(3):
        board.send(2, ONE, time=1_000)
        board.send(3, ONE, time=1_000)

    assert not any(event.isAutoRepeat() for event in board.heard)


def test_another_layout_is_asked_anew() -> None:
    board = _Board()

    board.send(34, 0)

    assert board.layout.asked_anew == 1


def test_other_events_and_other_systems_are_left_alone() -> None:
    board = _Board()
    event = KeyPressEvent(kind=2, code=A)

    assert not board.keys.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(event))[0]
    assert not board.send(6, A)
    assert not board.heard


def test_letters_that_x11_names_by_their_number_are_known() -> None:
    assert text_of(0x01001EBF) == "ế"
    assert text_of(0xE9) == "é"
    assert text_of(0xFFBE) == ""


def test_without_an_x11_screen_nothing_is_heard(qapp: QApplication) -> None:
    assert layout() is None
    assert listen(qapp, lambda _event: True) is None
