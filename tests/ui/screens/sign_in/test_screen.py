from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CLERKS, PIN
from tests.fakes.hands import Hands, Show
from ui.running import ImmediateRunner
from ui.screens.sign_in.screen import SignInScreen
from ui.screens.sign_in.view import SignInView

if TYPE_CHECKING:
    from app.domain.identities import Clerk


class _Shown:
    def __init__(self, show: Show) -> None:
        self.signed_in: list[Clerk] = []
        self.failed: list[Exception] = []
        self.screen = SignInScreen(
            FakeDesk(), ImmediateRunner(), self.signed_in.append, self.failed.append
        )
        self.hands = Hands(show(self.screen.widget))
        self.screen.focus_first()

    def problem(self) -> str:
        assert isinstance(self.screen.widget, SignInView)
        return self.screen.widget.problem()


def test_a_number_the_pin_and_enter_open_the_counter(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.type(f"2{PIN}")
    shown.hands.press(Qt.Key.Key_Return)

    assert shown.signed_in == [CLERKS[1]]


def test_esc_and_another_number_choose_someone_else(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.type("2")
    shown.hands.press(Qt.Key.Key_Escape)
    shown.hands.type(f"3{PIN}")
    shown.hands.press(Qt.Key.Key_Return)

    assert shown.signed_in == [CLERKS[2]]


def test_a_scan_is_used_up_here_with_a_sentence(show: Show) -> None:
    shown = _Shown(show)

    assert shown.screen.take_scan("EE471108151VN")
    assert "đăng nhập" in shown.problem()
    assert shown.screen.title == "Đăng nhập quầy"
