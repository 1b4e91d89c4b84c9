from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Hands, Show
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea


def test_enter_goes_on_and_shift_enter_begins_a_line(show: Show) -> None:
    area = TextArea("Sự việc")
    window = show(area)
    hands = Hands(window)
    went_on: list[bool] = []
    area.entered.connect(lambda: went_on.append(True))
    area.setFocus()

    hands.type("Mất")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.type("hàng")
    hands.press(Qt.Key.Key_Return)

    assert area.value() == "Mất\nhàng"
    assert went_on == [True]


def test_a_word_being_composed_is_kept_when_the_focus_leaves(show: Show) -> None:
    area, other = TextArea("Sự việc"), Field("Khác")
    show(area, other)
    area.setFocus()
    QApplication.sendEvent(area.edit, QInputMethodEvent("hỏng", []))

    other.setFocus()

    assert area.value() == "hỏng"


def test_filling_tells_nobody_and_typing_does(show: Show) -> None:
    area = TextArea("Sự việc")
    hands = Hands(show(area))
    told: list[str] = []
    area.edited.connect(told.append)

    area.set_value("Mất")
    assert told == []
    area.setFocus()
    hands.type("!")

    assert told == ["!Mất"]


def test_a_scan_typed_into_it_is_taken_back(show: Show) -> None:
    area = TextArea("Sự việc")
    hands = Hands(show(area))
    area.set_value("Mất hàng")
    area.setFocus()
    back = area.edit.remember()
    hands.type("RR473124829GB")

    back()

    assert area.value() == "Mất hàng"


def test_what_is_wrong_stands_below(show: Show) -> None:
    area = TextArea("Sự việc")
    show(area)

    area.set_problem("Hãy ghi lại.")

    assert area.problem() == "Hãy ghi lại."
    assert area.edit.accessibleDescription() == "Hãy ghi lại."
