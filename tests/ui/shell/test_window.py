import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.fake_post_office import CLERKS, STATION
from tests.fakes.hands import Hands, compose
from ui.shell.handle import Key
from ui.shell.standing_words import Words
from ui.shell.window import MainWindow
from ui.style.theme import apply
from ui.style.tokens import Theme
from ui.widgets.entry import Entry


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize(
    ("pressed", "key"),
    [(Qt.Key.Key_F1, Key.F1), (Qt.Key.Key_F8, Key.F8), (Qt.Key.Key_F12, Key.F12)],
)
def test_function_keys_are_told_whatever_has_the_focus(
    window: MainWindow, qtbot: QtBot, pressed: Qt.Key, key: Key
) -> None:
    page = Entry()
    window.show_page(page)
    page.setFocus()

    with qtbot.waitSignal(window.key_pressed) as told:
        Hands(window).press(pressed)

    assert told.args == [key]


def test_a_function_key_held_down_is_told_once(window: MainWindow, qtbot: QtBot) -> None:
    again = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, "", autorep=True
    )

    with qtbot.assertNotEmitted(window.key_pressed):
        QApplication.sendEvent(window, again)


def test_esc_and_locking_are_told(window: MainWindow, qtbot: QtBot) -> None:
    hands = Hands(window)

    with qtbot.waitSignal(window.back_pressed):
        hands.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.lock_pressed):
        hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_it_fits_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 768


def test_at_double_size_strip_box_and_keys_still_fit_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    apply(dressed, Theme.LIGHT, 200)
    large = MainWindow()
    qtbot.addWidget(large)
    large.strip.show_station(STATION)
    large.strip.show_clerk(CLERKS[1])
    large.strip.show_time("Thứ Bảy 21/11 · 14:32")
    large.strip.chip.say(Words("Một mình · đã ghi 123 · chờ gửi 123"), online=False)

    assert large.minimumSizeHint().width() <= 1366
    assert large.minimumSizeHint().height() <= 768


def test_a_scan_is_told_from_any_page(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.scans.scanned) as told:
        Hands(window).scan("EE471108151VN")

    assert told.args == ["EE471108151VN"]


def test_pages_come_to_the_front_and_go(window: MainWindow) -> None:
    first, second = QLabel("một"), QLabel("hai")
    window.show_page(first)
    window.show_page(second)
    assert second.isVisible()

    window.drop_page(second)
    window.show_page(first)

    assert first.isVisible()


def test_a_full_page_hides_box_and_keys(window: MainWindow) -> None:
    window.show_full(QLabel("Đăng nhập"))

    assert not window.at_work()
    assert not window.keys.isVisible()
    assert not window.box.isVisible()

    window.show_work()

    assert window.at_work()
    assert window.keys.isVisible()


def test_closing_commits_a_word_being_composed(window: MainWindow, qtbot: QtBot) -> None:
    entry = Entry()
    window.show_page(entry)
    entry.setFocus()
    compose(entry, "Tuyết")

    with qtbot.waitSignal(window.closed):
        window.close()

    assert entry.text() == "Tuyết"
