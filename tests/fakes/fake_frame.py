"""The whole frame of the window on the fake desk, everything running in place."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_pages import FakeMakers
from tests.fakes.fake_post_office import NOW, PIN
from tests.fakes.hands import Hands
from ui.changes import ChangeFeed
from ui.frame import Around, Frame
from ui.running import ImmediateRunner, Runners


class FakeFrame:
    """Shown and started: someone is asked to sign in."""

    def __init__(self, qtbot: QtBot, desk: FakeDesk) -> None:
        runner = ImmediateRunner()
        self.desk = desk
        self.feed = ChangeFeed()
        self.makers = FakeMakers(desk, runner, self.feed)
        around = Around(desk, Runners(runner, runner, runner), self.feed, lambda: NOW)
        self.frame = Frame(around, self.makers)
        self.window = self.frame.window
        qtbot.addWidget(self.window, before_close_func=lambda window: window.close())
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.frame.start()
        self.hands = Hands(self.window)

    def sign_in(self) -> None:
        """The first clerk, by keys."""
        self.hands.type("1")
        self.type_pin()

    def type_pin(self) -> None:
        """The PIN of whoever is asked for it."""
        self.hands.type(PIN)
        self.hands.press(Qt.Key.Key_Return)
