from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.shell.handle import Key, KeyAction
from ui.shell.help_overlay import HelpOverlay
from ui.widgets.entry import Entry


class _Shown:
    def __init__(self, show: Show) -> None:
        self.entry = Entry()
        self.window = show(self.entry)
        self.help = HelpOverlay(self.window)
        self.hands = Hands(self.window)
        self.ran: list[str] = []
        self.help.open(
            "Nhận gửi",
            {
                Key.F4: KeyAction("Người nhận", lambda: self.ran.append("F4")),
                Key.F12: KeyAction("Hoàn tất", lambda: self.ran.append("F12"), "còn thiếu giá"),
            },
            {"Alt+S": "Sửa"},
        )

    def words(self) -> set[str]:
        return {label.text() for label in self.help.findChildren(QLabel)}


def _nothing() -> None:
    """Stands for what a key does."""


def test_it_lists_the_keys_of_this_page_with_what_is_missing(show: Show) -> None:
    words = _Shown(show).words()

    assert "Người nhận" in words
    assert "Hoàn tất — còn thiếu giá" in words
    assert "Các phím · Nhận gửi" in words


def test_keys_that_mean_nothing_here_are_not_listed(show: Show) -> None:
    assert "Thanh toán" not in _Shown(show).words()


def test_any_key_closes_it_and_does_nothing_else(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show)

    with qtbot.waitSignal(shown.help.closed):
        shown.hands.press(Qt.Key.Key_F4)

    assert shown.help.isHidden()
    assert not shown.ran


def test_a_click_closes_it(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show)

    with qtbot.waitSignal(shown.help.closed):
        QTest.mouseClick(shown.help, Qt.MouseButton.LeftButton)


def test_opened_again_it_shows_the_keys_of_then(show: Show) -> None:
    shown = _Shown(show)

    shown.help.open("Trang đầu", {}, {})

    visible = {
        label.text() for label in shown.help.findChildren(QLabel) if not label.window().isHidden()
    }
    assert "Các phím · Trang đầu" in visible


def test_it_fits_the_smallest_window(show: Show) -> None:
    shown = _Shown(show)
    shown.window.resize(1366, 768)

    shown.help.open("Nhận gửi", {key: KeyAction("Một việc nào đó", _nothing) for key in Key}, {})

    assert shown.help.sizeHint().height() <= 768


def test_keys_that_only_stand_on_buttons_are_named_too(show: Show) -> None:
    shown = _Shown(show)

    assert "Sửa" in shown.words()


def test_the_same_key_once_more_asks_for_the_known_problems(show: Show) -> None:
    shown = _Shown(show)
    asked: list[bool] = []
    shown.help.problems_asked.connect(lambda: asked.append(True))

    shown.hands.press(Qt.Key.Key_F1)

    assert asked == [True]
    assert shown.help.isHidden()
