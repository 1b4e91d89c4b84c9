from PySide6.QtCore import Qt

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.hands import Hands, Show
from ui.running import ImmediateRunner
from ui.shell.handle import Key
from ui.shell.recovery_page import RecoveryScreen, RecoveryView


class _Shown:
    def __init__(self, show: Show) -> None:
        self.desk = FakeDesk()
        booked = self.desk.accept(a_basket(self.desk))
        self.desk.print_waiting()
        self.desk.printer.doubt(booked.receipt)
        self.shell = FakeShell()
        last = self.desk.last_transaction()
        assert last is not None
        self.page = RecoveryScreen(self.desk, ImmediateRunner(), self.shell, last)
        assert isinstance(self.page.widget, RecoveryView)
        self.view = self.page.widget
        self.hands = Hands(show(self.view))
        self.page.focus_first()

    def first_state(self) -> str:
        last = self.desk.last_transaction()
        assert last is not None
        return last.documents[0].state


def test_one_key_says_it_is_on_paper(show: Show) -> None:
    shown = _Shown(show)
    assert shown.view.question() == "«Phiếu gửi 100950-2-0000001» đã ra giấy chưa?"

    shown.page.keys()[Key.F7].run()

    assert shown.first_state() == "printed"
    assert shown.view.question() == "Mọi tờ in đã rõ."


def test_one_key_asks_for_a_marked_copy(show: Show) -> None:
    shown = _Shown(show)

    shown.page.keys()[Key.F8].run()

    assert shown.first_state() == "waiting"


def test_when_all_is_settled_the_answers_mean_nothing_more(show: Show) -> None:
    shown = _Shown(show)

    shown.page.keys()[Key.F7].run()

    assert shown.page.keys().keys() == {Key.F12}


def test_a_scan_that_begins_with_a_digit_answers_nothing(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.type("12")

    assert shown.first_state() == "doubtful"


def test_enter_and_f12_go_on(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.press(Qt.Key.Key_Return)
    shown.page.keys()[Key.F12].run()

    assert shown.shell.asked == [("finish",), ("finish",)]


def test_other_keys_are_the_windows(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.type("x")

    assert shown.first_state() == "doubtful"
    assert shown.page.title == "Giao dịch gần nhất"
