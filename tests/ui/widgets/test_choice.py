import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.pill import Pill

SERVICES = [("registered", "Bảo đảm"), ("parcel", "Bưu kiện"), ("ems", "EMS")]


def _shown(show: Show) -> tuple[Choice, Hands]:
    choice = Choice("Dịch vụ", SERVICES)
    window = show(choice)
    choice.setFocus()
    return choice, Hands(window)


def test_the_first_is_chosen_until_someone_chooses(show: Show) -> None:
    choice, _hands = _shown(show)

    assert choice.value() == "registered"


@pytest.mark.parametrize(("key", "chosen"), [("2", "parcel"), ("3", "ems"), ("9", "registered")])
def test_the_number_of_its_place_chooses(show: Show, key: str, chosen: str) -> None:
    choice, hands = _shown(show)

    hands.type(key)

    assert choice.value() == chosen


def test_arrows_go_round(show: Show) -> None:
    choice, hands = _shown(show)

    hands.press(Qt.Key.Key_Left)
    assert choice.value() == "ems"

    hands.press(Qt.Key.Key_Right)
    assert choice.value() == "registered"


def test_a_click_chooses(show: Show, qtbot: QtBot) -> None:
    choice, _hands = _shown(show)

    with qtbot.waitSignal(choice.changed) as told:
        choice.findChildren(Pill)[1].click()

    assert told.args == ["parcel"]


def test_the_program_chooses_silently(show: Show) -> None:
    choice, _hands = _shown(show)
    told: list[str] = []
    choice.changed.connect(told.append)

    choice.set_value("ems")
    choice.set_value("nonsense")

    assert choice.value() == "ems"
    assert not told


def test_enter_goes_on(show: Show, qtbot: QtBot) -> None:
    choice, hands = _shown(show)

    with qtbot.waitSignal(choice.entered):
        hands.press(Qt.Key.Key_Return)


def test_a_remembered_choice_comes_back(show: Show) -> None:
    choice, hands = _shown(show)
    back = choice.remember()

    hands.type("3")
    back()

    assert choice.value() == "registered"


def test_no_options_no_value(show: Show) -> None:
    choice = Choice("Dịch vụ")
    window = show(choice)
    choice.setFocus()

    Hands(window).type("1")
    Hands(window).press(Qt.Key.Key_Right)

    assert choice.value() == ""


def test_the_focus_shows_as_a_ring_around_the_choice(show: Show) -> None:
    choice, other = Choice("Dịch vụ", SERVICES), Entry()
    show(choice, other)
    other.setFocus()
    before = choice.grab().toImage()

    choice.setFocus()

    assert choice.grab().toImage() != before
