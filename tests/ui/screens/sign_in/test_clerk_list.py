from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes.fake_post_office import CLERKS
from tests.fakes.hands import Hands, Show
from ui.screens.sign_in.clerk_list import ClerkList


def _shown(show: Show, marked: int = 0) -> tuple[ClerkList, Hands]:
    people = ClerkList()
    window = show(people)
    people.show_clerks(CLERKS, marked)
    people.setFocus()
    return people, Hands(window)


def test_a_number_picks(show: Show, qtbot: QtBot) -> None:
    people, hands = _shown(show)

    with qtbot.waitSignal(people.picked) as told:
        hands.type("3")

    assert told.args == [CLERKS[2]]


def test_a_number_nobody_has_picks_nobody(show: Show) -> None:
    people, hands = _shown(show)
    told: list[object] = []
    people.picked.connect(told.append)

    hands.type("90x")

    assert not told


def test_arrows_and_enter_pick(show: Show, qtbot: QtBot) -> None:
    people, hands = _shown(show, marked=1)

    hands.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(people.picked) as told:
        hands.press(Qt.Key.Key_Return)

    assert told.args == [CLERKS[2]]


def test_a_click_picks(show: Show, qtbot: QtBot) -> None:
    people, _hands = _shown(show)
    place = people.visualRect(people.model().index(1, 1)).center()

    with qtbot.waitSignal(people.picked) as told:
        QTest.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == [CLERKS[1]]


def test_esc_is_left_to_the_page(show: Show, qtbot: QtBot) -> None:
    people, hands = _shown(show)
    told: list[object] = []
    people.picked.connect(told.append)

    hands.press(Qt.Key.Key_Escape)

    assert not told
