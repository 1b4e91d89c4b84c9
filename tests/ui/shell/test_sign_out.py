"""Leaving is never blocked: not by entries unsent, a report under way, nor a printer that hangs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import PausingRunner
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW, PIN
from tests.fakes.hands import Hands
from ui.changes import ChangeFeed
from ui.counter_pages import CounterPages
from ui.frame import Around, Frame
from ui.running import ImmediateRunner, Runners
from ui.sounds import Sounds

CTRL = Qt.KeyboardModifier.ControlModifier


class _Counter:
    """Somebody is signed in; then the worker of one kind does not come back."""

    def __init__(self, qtbot: QtBot) -> None:
        self.stuck = PausingRunner()
        now = ImmediateRunner()
        runners = Runners(self.stuck, now, self.stuck)
        self.desk = FakeDesk()
        self.desk.accept(a_basket(self.desk))  # entries that headquarters has not seen
        feed = ChangeFeed()
        around = Around(self.desk, runners, feed, lambda: NOW, Sounds(lambda _file: None))
        self.frame = Frame(around, CounterPages(self.desk, runners, feed))
        self.window = self.frame.window
        qtbot.addWidget(self.window, before_close_func=lambda window: window.close())
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.frame.start()
        self.hands = Hands(self.window)
        self.sign_in("1")
        self.stuck.paused = True

    def sign_in(self, who: str) -> None:
        self.hands.type(f"{who}{PIN}")
        self.hands.press(Qt.Key.Key_Return)


def test_a_hanging_printer_and_a_running_report_keep_nobody_from_leaving(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.frame.steering.print_waiting()  # and the printer never answers

    counter.hands.press(Qt.Key.Key_L, CTRL)

    assert not counter.window.at_work()
    assert counter.desk.signing_in.clerk is None
    assert counter.stuck.jobs


def test_the_next_clerk_signs_in_meanwhile(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.frame.steering.print_waiting()
    counter.hands.press(Qt.Key.Key_L, CTRL)
    counter.stuck.paused = False  # reading goes on: only the device still hangs
    counter.stuck.answer_all()

    counter.sign_in("")

    assert counter.window.at_work()
    assert counter.desk.signing_in.clerk is not None


def test_the_window_closes_while_work_is_under_way(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.frame.steering.print_waiting()

    assert counter.window.close()
