import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.queries.finding import Hit
from tests.fakes.hands import Hands, Show
from ui.shell.universal_box import UniversalBox

HITS = (
    Hit("customer", "0119004821317", "Nguyễn Thị Ánh Tuyết", "12 Hàng Bông", "0903 ••• 456",
        "gửi 7 lần", ((0, 6),)),
    Hit("receipt", "100950-2-0000001", "Biên lai"),
)  # fmt: skip


class _Shown:
    def __init__(self, show: Show) -> None:
        self.box = UniversalBox()
        self.window = show(self.box)
        self.hands = Hands(self.window)
        self.box.setFocus()

    def open(self, hits: tuple[Hit, ...] = HITS) -> None:
        self.hands.type("ng")
        self.box.show_hits(hits, "2 kết quả")


@pytest.fixture
def shown(show: Show) -> _Shown:
    return _Shown(show)


def test_letters_are_told_as_they_are_typed(shown: _Shown) -> None:
    told: list[str] = []
    shown.box.typed.connect(told.append)

    shown.hands.type("ngu")

    assert told == ["n", "ng", "ngu"]


def test_the_list_drops_from_the_box_at_its_width(shown: _Shown) -> None:
    shown.open()

    assert shown.box.is_open()
    assert shown.box.hits_shown() == 2


def test_enter_hands_on_the_marked_hit(shown: _Shown, qtbot: QtBot) -> None:
    shown.open()
    shown.hands.press(Qt.Key.Key_Down)

    with qtbot.waitSignal(shown.box.entered) as told:
        shown.hands.press(Qt.Key.Key_Return)

    assert told.args == [HITS[1]]


def test_enter_without_a_list_hands_on_nothing(shown: _Shown, qtbot: QtBot) -> None:
    shown.hands.type("ng")

    with qtbot.waitSignal(shown.box.entered) as told:
        shown.hands.press(Qt.Key.Key_Return)

    assert told.args == [None]


def test_ctrl_enter_asks_to_register(shown: _Shown, qtbot: QtBot) -> None:
    shown.open()

    with qtbot.waitSignal(shown.box.register_asked):
        shown.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_down_at_the_last_row_asks_for_more(shown: _Shown, qtbot: QtBot) -> None:
    shown.open()
    shown.hands.press(Qt.Key.Key_Down)

    with qtbot.waitSignal(shown.box.more_asked):
        shown.hands.press(Qt.Key.Key_Down)


def test_esc_is_the_boxs_while_there_is_something_in_it(shown: _Shown, qtbot: QtBot) -> None:
    shown.open()

    with qtbot.waitSignal(shown.box.cancelled):
        shown.hands.press(Qt.Key.Key_Escape)


def test_nothing_to_choose_shows_only_the_sentence(shown: _Shown) -> None:
    shown.open(())

    assert shown.box.is_open()
    assert shown.box.hits_shown() == 0


def test_clearing_empties_and_closes(shown: _Shown) -> None:
    shown.open()

    shown.box.clear()

    assert shown.box.entry.text() == ""
    assert not shown.box.is_open()


def test_leaving_the_box_closes_the_list_and_keeps_the_text(shown: _Shown) -> None:
    shown.open()

    shown.box.entry.clearFocus()

    assert not shown.box.is_open()
    assert shown.box.entry.text() == "ng"


def test_the_list_follows_a_window_that_changes(shown: _Shown) -> None:
    shown.open()
    shown.window.resize(1200, 600)

    assert shown.box.is_open()
