from PySide6.QtCore import Qt

from tests.fakes.fake_complaints import FakeComplaints
from tests.fakes.hands import Hands, Show
from ui.screens.complaint.type_list import TypeList


def test_a_digit_chooses_and_goes_on(show: Show) -> None:
    types = TypeList()
    types.show_types(FakeComplaints().complaint_types())
    hands = Hands(show(types))
    told: list[str] = []
    types.chosen.connect(told.append)
    types.entered.connect(lambda: told.append("on"))
    types.setFocus()
    assert types.value() == ""

    hands.type("3")

    assert told == ["damage", "on"]
    row = types.row(2)
    assert row is not None
    assert row.lead == "✓"


def test_arrows_mark_and_enter_goes_on_with_the_first(show: Show) -> None:
    types = TypeList()
    types.show_types(FakeComplaints().complaint_types())
    hands = Hands(show(types))
    types.setFocus()

    hands.press(Qt.Key.Key_Return)
    assert types.value() == "loss"
    hands.press(Qt.Key.Key_Down)

    assert types.value() == "delay"
