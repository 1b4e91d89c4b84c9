"""The real window with all its pages on the fake desk, everything running in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW, PIN
from tests.fakes.hands import Hands
from tests.fakes.held_runner import HeldRunner
from ui.changes import ChangeFeed
from ui.counter_pages import CounterPages
from ui.frame import Around, Frame
from ui.running import ImmediateRunner, Runners
from ui.screens.receipt.view import ReceiptView
from ui.sounds import Sounds


class PausingRunner(HeldRunner):
    """Answers at once, and while ``paused`` not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.paused = False

    def run(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        super().run(work, on_done, on_error)
        if not self.paused:
            self.answer_all()


class CounterWindow:
    """Somebody is signed in; the universal box is ready.

    ``before`` fills the desk with what the counter knows when the program starts.
    """

    def __init__(self, qtbot: QtBot, before: Callable[[FakeDesk], None] | None = None) -> None:
        self.reading = PausingRunner()
        self.writing = PausingRunner()
        self.reporting = PausingRunner()
        self.heard: list[str] = []
        devices = ImmediateRunner()
        runners = Runners(self.reading, self.writing, devices, background=self.reporting)
        self.desk = self.make_desk()
        if before is not None:
            before(self.desk)
        self.feed = ChangeFeed()
        sounds = Sounds(lambda file: self.heard.append(file.stem))
        around = Around(self.desk, runners, self.feed, lambda: NOW, sounds)
        pages = CounterPages(self.desk, around.underway.pages(runners), self.feed)
        self.frame = Frame(around, pages)
        self.window = self.frame.window
        qtbot.addWidget(self.window, before_close_func=lambda window: window.close())
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.frame.start()
        self.hands = Hands(self.window)
        self.keys = 0
        self.hands.type(f"1{PIN}")
        self.press(Qt.Key.Key_Return)
        self.keys = 0

    def make_desk(self) -> FakeDesk:
        """What the counter knows when the program starts."""
        return FakeDesk()

    def press(self, *keys: Qt.Key) -> None:
        """Keys that are no characters; each counts."""
        for key in keys:
            self.hands.press(key)
            self.keys += 1

    def read(self) -> None:
        """Long enough to have read what the last key did: the same key counts again."""
        self.frame.steering.pressing.finishing.forget()
        for page in self.window.findChildren(ReceiptView):
            page.patience.forget()

    def enter(self, *words: str) -> None:
        """Words, each with Enter behind it; each character counts."""
        for word in words:
            self.type(word)
            self.press(Qt.Key.Key_Return)

    def type(self, words: str) -> None:
        """Each character counts."""
        self.hands.type(words)
        self.keys += len(words)

    def open_customer(self, at: int = 0) -> str:
        """Scan the number of one of the sample customers."""
        number = list(self.desk.people)[at]
        self.hands.scan(number)
        return number

    def open_receipt(self) -> None:
        """Scan the number of the last receipt."""
        self.hands.scan(self.desk.transactions[-1].receipt)

    def focused(self) -> str:
        """The name of what has the focus."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    def tab_walk(self, count: int) -> list[str]:
        """The names that Tab comes by."""
        names = []
        for _ in range(count):
            self.hands.press(Qt.Key.Key_Tab)
            names.append(self.focused())
        return names

    def told(self) -> str:
        """The sentence in the strip."""
        return self.window.message.text()


def without_name(page: QWidget) -> list[str]:
    """The kinds of all that takes the focus on ``page`` and could not be read out."""
    return [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName()
    ]
