from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.entry import Entry
from ui.widgets.options import Option
from ui.widgets.search_field import SearchField

PLACES = [
    Option("26740", "Phường Sài Gòn, Hồ Chí Minh", "trước 7/2025: Phường Bến Nghé"),
    Option("11560", "Xã Hưng Đạo, Hải Phòng"),
]


class _Shown:
    """A search field that has been given proposals for what was typed."""

    def __init__(self, show: Show) -> None:
        self.field = SearchField("Phường, xã")
        self.other = Entry()
        self.window = show(self.field, self.other)
        self.hands = Hands(self.window)
        self.told: list[object] = []
        self.field.chosen.connect(self.told.append)
        self.field.setFocus()
        self.hands.type("ben")
        self.field.show_options(PLACES)


def test_enter_takes_the_marked_proposal(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show)

    shown.hands.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(shown.field.entered):
        shown.hands.press(Qt.Key.Key_Return)

    assert shown.field.value() == "Xã Hưng Đạo, Hải Phòng"
    assert shown.field.chosen_value() == "11560"
    assert shown.told == ["11560"]
    assert not shown.field.is_open()


def test_typing_on_lets_go_of_what_was_taken(show: Show) -> None:
    shown = _Shown(show)
    shown.hands.press(Qt.Key.Key_Return)

    shown.hands.type("x")

    assert shown.field.chosen_value() is None
    assert shown.told == ["26740", None]


def test_esc_closes_the_list_and_keeps_the_text(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.press(Qt.Key.Key_Escape)

    assert not shown.field.is_open()
    assert shown.field.value() == "ben"


def test_tab_takes_the_proposal_and_goes_on(show: Show) -> None:
    shown = _Shown(show)

    shown.hands.press(Qt.Key.Key_Tab)

    assert shown.field.chosen_value() == "26740"
    assert shown.other.hasFocus()


def test_leaving_closes_the_list(show: Show) -> None:
    shown = _Shown(show)

    shown.other.setFocus()

    assert not shown.field.is_open()


def test_proposals_that_come_too_late_stay_away(show: Show) -> None:
    shown = _Shown(show)
    shown.other.setFocus()

    shown.field.show_options(PLACES)

    assert not shown.field.is_open()


def test_no_proposals_no_list(show: Show) -> None:
    shown = _Shown(show)

    shown.field.show_options([])

    assert not shown.field.is_open()


def test_the_program_fills_it_in_silently(show: Show) -> None:
    shown = _Shown(show)

    shown.field.set_chosen(PLACES[1])

    assert shown.field.chosen_value() == "11560"
    assert not shown.told


def test_what_was_taken_comes_back_after_a_scan(show: Show) -> None:
    shown = _Shown(show)
    shown.hands.press(Qt.Key.Key_Return)
    back = shown.field.remember()
    shown.hands.type("EE4")

    back()

    assert shown.field.chosen_value() == "26740"
    assert shown.field.value() == "Phường Sài Gòn, Hồ Chí Minh"
    assert shown.told == ["26740", None, "26740"]
