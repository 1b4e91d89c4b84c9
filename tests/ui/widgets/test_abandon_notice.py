from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.abandon_notice import AbandonNotice
from ui.widgets.entry import Entry

ALT = Qt.KeyboardModifier.AltModifier


class _Page:
    def __init__(self, show: Show) -> None:
        self.page = QWidget()
        self.entry = Entry()
        self.notice = AbandonNotice("Giỏ chưa thu tiền.", "Bỏ giỏ", self.page)
        column = QVBoxLayout(self.page)
        column.addWidget(self.notice)
        column.addWidget(self.entry)
        self.box = Entry()
        self.hands = Hands(show(self.box, self.page))
        self.entry.setFocus()

    def press(self) -> None:
        self.hands.press(Qt.Key.Key_B, ALT)


def test_its_key_does_nothing_before_it_asks(show: Show, qtbot: QtBot) -> None:
    page = _Page(show)

    with qtbot.assertNotEmitted(page.notice.abandoned):
        page.press()

    assert not page.notice.is_asking()


def test_once_asked_the_key_throws_the_work_away(show: Show, qtbot: QtBot) -> None:
    page = _Page(show)

    page.notice.ask()
    assert page.notice.text() == "Giỏ chưa thu tiền."
    with qtbot.waitSignal(page.notice.abandoned):
        page.press()


def test_the_key_works_from_the_universal_box_too(show: Show, qtbot: QtBot) -> None:
    page = _Page(show)
    page.box.setFocus()
    page.notice.ask()

    with qtbot.waitSignal(page.notice.abandoned):
        page.press()


def test_a_page_that_is_not_in_front_is_not_thrown_away(show: Show, qtbot: QtBot) -> None:
    page = _Page(show)
    page.notice.ask()
    page.page.hide()
    page.box.setFocus()

    with qtbot.assertNotEmitted(page.notice.abandoned):
        page.press()


def test_working_on_withdraws_the_question_and_its_key(show: Show, qtbot: QtBot) -> None:
    page = _Page(show)
    page.notice.ask()

    page.notice.withdraw()

    with qtbot.assertNotEmitted(page.notice.abandoned):
        page.press()
    assert not page.notice.is_asking()
