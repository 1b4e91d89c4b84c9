from PySide6.QtCore import Qt

from tests.fakes.hands import Hands, Show
from ui.widgets.choice import Choice
from ui.widgets.field import Field
from ui.widgets.form import enter_walks


class _Form:
    def __init__(self, show: Show) -> None:
        self.name = Field("Họ tên")
        self.phone = Field("Điện thoại")
        self.service = Choice("Dịch vụ", [("a", "A"), ("b", "B")])
        self.finished = 0
        self.window = show(self.name, self.phone, self.service)
        enter_walks([self.name, self.phone, self.service], self.finish)
        self.hands = Hands(self.window)
        self.name.setFocus()

    def finish(self) -> None:
        self.finished += 1

    def enter(self, times: int) -> None:
        for _ in range(times):
            self.hands.press(Qt.Key.Key_Return)


def test_enter_walks_from_field_to_field(show: Show) -> None:
    form = _Form(show)

    form.enter(2)

    assert form.service.hasFocus()


def test_behind_the_last_it_does_what_is_next(show: Show) -> None:
    form = _Form(show)

    form.enter(3)

    assert form.finished == 1


def test_what_is_hidden_or_for_reading_is_passed_over(show: Show) -> None:
    form = _Form(show)
    form.phone.set_read_only(read_only=True)
    form.service.hide()

    form.enter(1)

    assert form.finished == 1


def test_a_field_that_is_entered_has_its_text_selected(show: Show) -> None:
    form = _Form(show)
    form.phone.set_value("0903")

    form.enter(1)

    assert form.phone.edit.selectedText() == "0903"


def test_tab_takes_the_same_way(show: Show) -> None:
    form = _Form(show)

    form.hands.press(Qt.Key.Key_Tab)
    assert form.phone.edit.hasFocus()

    form.hands.press(Qt.Key.Key_Tab)
    assert form.service.hasFocus()
