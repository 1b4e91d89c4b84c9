import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.chips import Chips

ADDED = [("advice", "Báo phát"), ("declared", "Khai giá"), ("personal", "Phát tận tay")]


def _shown(show: Show) -> tuple[Chips, Hands]:
    chips = Chips("Dịch vụ cộng thêm", ADDED)
    window = show(chips)
    chips.setFocus()
    return chips, Hands(window)


def test_all_are_off_at_first(show: Show) -> None:
    assert _shown(show)[0].values() == ()


@pytest.mark.parametrize(
    ("typed", "on"),
    [("1", ("advice",)), ("31", ("advice", "personal")), ("22", ()), ("9", ())],
)
def test_number_keys_toggle(show: Show, typed: str, on: tuple[str, ...]) -> None:
    chips, hands = _shown(show)

    hands.type(typed)

    assert chips.values() == on


def test_space_toggles_where_the_arrows_stand(show: Show) -> None:
    chips, hands = _shown(show)

    hands.press(Qt.Key.Key_Right)
    hands.type(" ")

    assert chips.values() == ("declared",)


def test_one_that_cannot_be_had_stays_off(show: Show) -> None:
    chips, hands = _shown(show)
    chips.set_values(("declared",))

    chips.set_available("declared", available=False, why="Cần khai giá trước.")
    hands.type("2")

    assert chips.values() == ()


def test_the_hand_announces_what_is_on(show: Show, qtbot: QtBot) -> None:
    chips, hands = _shown(show)

    with qtbot.waitSignal(chips.changed) as told:
        hands.type("3")

    assert told.args == [("personal",)]


def test_enter_goes_on(show: Show, qtbot: QtBot) -> None:
    chips, hands = _shown(show)

    with qtbot.waitSignal(chips.entered):
        hands.press(Qt.Key.Key_Enter)


def test_remembered_chips_come_back_and_say_so(show: Show, qtbot: QtBot) -> None:
    chips, hands = _shown(show)
    chips.set_values(("advice",))
    back = chips.remember()

    hands.type("123")
    with qtbot.waitSignal(chips.changed):
        back()

    assert chips.values() == ("advice",)


def test_the_row_breaks_where_there_is_no_room(show: Show) -> None:
    chips, _hands = _shown(show)

    assert chips.heightForWidth(150) > chips.heightForWidth(900)


def test_the_ring_comes_and_goes_with_the_focus(show: Show) -> None:
    chips, _hands = _shown(show)
    ringed = chips.grab().toImage()

    chips.clearFocus()

    assert chips.grab().toImage() != ringed
