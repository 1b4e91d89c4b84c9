from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.fakes.hands import Hands
from tests.fakes.held_runner import HeldRunner
from ui.shell.bugs import Bugs
from ui.shell.window import MainWindow

ExpectLog = Callable[[str], None]


class _Buggy:
    """A window in which something goes wrong."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.desk = FakeDesk()
        self.runner = HeldRunner()
        self.bugs = Bugs(self.window, self.desk, self.runner, lambda: NOW)
        self.bugs.hotline = "1900 0000"
        self.went: list[str] = []
        self.bugs.go_on = self._way("on")
        self.bugs.begin_anew = self._way("anew")
        self.hands = Hands(self.window)

    def words(self) -> str:
        labels: list[Any] = self.window.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def _way(self, name: str) -> Callable[[], None]:
        def go() -> None:
            self.went.append(name)
            self.window.show_work()

        return go


def test_a_bug_is_logged_and_told_in_words(
    dressed: QApplication, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("bug at 2026-11-21T14:32:00+07:00")
    buggy = _Buggy(qtbot)
    buggy.desk.accept(a_basket(buggy.desk))

    buggy.bugs.report(ZeroDivisionError("division by zero"))
    buggy.runner.answer_all()
    dressed.processEvents()

    assert "1900 0000" in buggy.words()
    assert "14:32:00 · 21/11/2026" in buggy.words()
    assert "100950-2-0000001" in buggy.words()
    assert "division" not in buggy.words()


def test_enter_leads_back_to_where_one_was(
    dressed: QApplication, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("bug at")
    buggy = _Buggy(qtbot)
    buggy.bugs.report(ValueError())

    buggy.hands.press(Qt.Key.Key_Return)

    assert buggy.went == ["on"]


def test_a_second_bug_does_not_cover_the_first(
    dressed: QApplication, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("bug at")
    buggy = _Buggy(qtbot)

    buggy.bugs.report(ValueError())
    buggy.bugs.report(ValueError())
    buggy.hands.press(Qt.Key.Key_F12)

    assert buggy.went == ["anew"]


def test_a_bug_after_the_counter_was_locked_is_shown_again(
    dressed: QApplication, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("bug at")
    buggy = _Buggy(qtbot)
    buggy.bugs.report(ValueError())
    buggy.window.show_full(QLabel("Đăng nhập"))

    buggy.bugs.report(ValueError())

    assert "1900 0000" in buggy.words()


def test_books_that_cannot_be_read_do_not_stop_the_page(
    dressed: QApplication, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("bug at")
    expect_log("could not read the books")
    buggy = _Buggy(qtbot)
    buggy.bugs.report(ValueError())

    (_work, _done, failed) = buggy.runner.jobs.pop()
    failed(OSError("disk"))

    assert "1900 0000" in buggy.words()
