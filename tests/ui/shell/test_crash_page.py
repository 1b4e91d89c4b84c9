from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.shell.crash_page import CrashPage


def test_it_says_what_is_safe_and_whom_to_call_without_a_code(show: Show) -> None:
    page = CrashPage()
    show(page)

    page.tell("14:32:07 · 21/11/2026", "1900 0000")
    page.show_last(None)

    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "1900 0000" in words
    assert "14:32:07 · 21/11/2026" in words
    assert "không mất" in words
    assert "Error" not in words


def test_enter_goes_on_and_f12_begins_anew(show: Show, qtbot: QtBot) -> None:
    page = CrashPage()
    hands = Hands(show(page))
    page.setFocus()

    with qtbot.waitSignal(page.went_on):
        hands.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(page.began_anew):
        hands.press(Qt.Key.Key_F12)

    hands.type("x")
