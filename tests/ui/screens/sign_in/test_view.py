import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.fake_post_office import CLERKS
from tests.fakes.hands import Hands, Show
from ui.screens.sign_in.view import SignInView


class _Shown:
    def __init__(self, show: Show) -> None:
        self.view = SignInView()
        self.hands = Hands(show(self.view))
        self.view.show_clerks(CLERKS, 0)
        self.view.ask_clerk()


@pytest.fixture
def shown(show: Show) -> _Shown:
    return _Shown(show)


def test_first_it_asks_who(shown: _Shown) -> None:
    assert shown.view.clerks.hasFocus()


def test_then_it_asks_for_the_pin_and_shows_dots(shown: _Shown, qtbot: QtBot) -> None:
    shown.view.ask_pin(CLERKS[0])

    shown.hands.type("12x34")
    assert shown.view.pin.displayText() == "●●●●"

    with qtbot.waitSignal(shown.view.entered) as told:
        shown.hands.press(Qt.Key.Key_Return)
    assert told.args == ["1234"]


def test_a_refusal_empties_the_pin(shown: _Shown) -> None:
    shown.view.ask_pin(CLERKS[0])
    shown.hands.type("1234")

    shown.view.refuse("PIN không đúng.")

    assert shown.view.pin.text() == ""
    assert shown.view.problem() == "PIN không đúng."
    assert shown.view.pin.hasFocus()


def test_while_the_pin_is_checked_nothing_can_be_typed(shown: _Shown) -> None:
    shown.view.ask_pin(CLERKS[0])

    shown.view.set_busy(busy=True)
    shown.hands.type("1")
    assert shown.view.pin.text() == ""

    shown.view.set_busy(busy=False)
    shown.hands.type("1")
    assert shown.view.pin.text() == "1"


def test_esc_asks_for_someone_else(shown: _Shown, qtbot: QtBot) -> None:
    shown.view.ask_pin(CLERKS[0])

    with qtbot.waitSignal(shown.view.back_asked):
        shown.hands.press(Qt.Key.Key_Escape)


def test_other_keys_go_on_to_the_window(shown: _Shown) -> None:
    shown.view.ask_pin(CLERKS[0])

    shown.hands.press(Qt.Key.Key_F5)

    assert shown.view.pin.hasFocus()
