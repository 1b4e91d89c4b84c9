from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.entry import Entry
from ui.widgets.hint_field import HintField
from ui.widgets.options import Option

PEOPLE = [Option(1, "Đặng Văn Quyết", "Thôn Ỷ La", side="0912 ••• 654"), Option(2, "Đặng Văn Quý")]


class _Shown:
    def __init__(self, show: Show) -> None:
        self.field = HintField("Người nhận", key="F4")
        self.other = Entry()
        self.window = show(self.field, self.other)
        self.hands = Hands(self.window)
        self.sought: list[str] = []
        self.chosen: list[object] = []
        self.field.sought.connect(self.sought.append)
        self.field.chosen.connect(self.chosen.append)
        self.field.setFocus()

    def propose(self) -> None:
        self.hands.type("dang")
        self.field.show_options(PEOPLE)


def test_what_is_typed_is_sought_and_an_empty_field_on_arrival(show: Show) -> None:
    shown = _Shown(show)
    shown.other.setFocus()

    shown.field.setFocus()
    shown.hands.type("d")

    assert shown.sought == ["", "d"]


def test_enter_keeps_what_was_typed_while_nothing_is_marked(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show)
    shown.propose()
    assert shown.field.is_open()

    with qtbot.waitSignal(shown.field.entered):
        shown.hands.press(Qt.Key.Key_Return)

    assert shown.field.value() == "dang"
    assert shown.chosen == []
    assert not shown.field.is_open()


def test_an_arrow_marks_and_enter_takes_without_going_on(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show)
    shown.propose()

    shown.hands.press(Qt.Key.Key_Down)
    shown.hands.press(Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(shown.field.entered):
        shown.hands.press(Qt.Key.Key_Return)

    assert shown.chosen == [2]


def test_typing_on_takes_the_mark_away(show: Show) -> None:
    shown = _Shown(show)
    shown.propose()
    shown.hands.press(Qt.Key.Key_Down)

    shown.field.show_options(PEOPLE)
    shown.hands.press(Qt.Key.Key_Return)

    assert shown.chosen == []


def test_esc_closes_the_list_and_keeps_the_words(show: Show) -> None:
    shown = _Shown(show)
    shown.propose()

    shown.hands.press(Qt.Key.Key_Escape)

    assert not shown.field.is_open()
    assert shown.field.value() == "dang"


def test_leaving_the_field_closes_the_list_and_late_proposals_stay_away(show: Show) -> None:
    shown = _Shown(show)
    shown.propose()

    shown.other.setFocus()
    assert not shown.field.is_open()

    shown.field.show_options(PEOPLE)
    assert not shown.field.is_open()


def test_proposals_may_be_wider_than_the_field(show: Show) -> None:
    shown = _Shown(show)
    shown.field.setFixedWidth(200)
    shown.field.spread_over(shown.other)

    shown.propose()

    assert shown.field._list.width() == shown.other.width()
