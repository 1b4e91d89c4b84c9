from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.widgets.entry import Entry
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

LONG = (
    "Công Tằng Tôn Nữ Hoàng Phương Tường, số 1234/56/78 ngõ 9 đường Cách mạng tháng Tám, "
    "tổ dân phố Đông Thành Xuân Thượng"
)


class _Shown:
    def __init__(self, show: Show, *titles: str, **kinds: bool) -> None:
        self.list = RowList("Giỏ", **kinds)
        self.other = Entry()
        self.window = show(self.list, self.other)
        self.hands = Hands(self.window)
        self.set_rows(*titles)

    def set_rows(self, *titles: str) -> None:
        self.list.set_rows([RowItem(title, value=title) for title in titles])


def test_the_arrows_move_the_mark_and_tell_it(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show, "một", "hai")
    shown.list.setFocus()

    with qtbot.waitSignal(shown.list.moved) as moved:
        shown.hands.press(Qt.Key.Key_Down)

    assert moved.args == [1]
    assert shown.list.marked() == 1


def test_enter_opens_and_delete_takes_out_the_marked_row(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show, "một", "hai")
    shown.list.setFocus()

    with qtbot.waitSignal(shown.list.opened) as opened:
        shown.hands.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.list.removed) as removed:
        shown.hands.press(Qt.Key.Key_Delete)

    assert opened.args == ["một"]
    assert removed.args == [0]


def test_letters_do_nothing_for_they_may_be_a_scanners(show: Show) -> None:
    shown = _Shown(show, "một", "hai")
    shown.list.setFocus()

    shown.hands.type("h")

    assert shown.list.marked() == 0


def test_an_empty_list_has_nothing_to_open(show: Show, qtbot: QtBot) -> None:
    shown = _Shown(show)
    shown.list.setFocus()

    with qtbot.assertNotEmitted(shown.list.opened), qtbot.assertNotEmitted(shown.list.removed):
        shown.hands.press(Qt.Key.Key_Return)
        shown.hands.press(Qt.Key.Key_Delete)


def test_the_mark_keeps_its_place_and_moves_up_when_the_last_row_goes(
    show: Show, qtbot: QtBot
) -> None:
    shown = _Shown(show, "một", "hai")
    shown.list.mark(1)

    with qtbot.assertNotEmitted(shown.list.moved):
        shown.set_rows("một")

    assert shown.list.marked() == 0


def test_a_list_that_is_only_read_takes_no_focus_and_marks_nothing(show: Show) -> None:
    shown = _Shown(show, "một", passive=True)

    shown.other.setFocus()
    shown.hands.press(Qt.Key.Key_Backtab)

    assert not shown.list.hasFocus()
    assert shown.list.marked() == -1


def test_long_words_make_the_row_higher_and_narrower_still_higher(show: Show) -> None:
    shown = _Shown(show, "một", LONG)
    wide = shown.list.sizeHintForRow(1)

    assert wide >= shown.list.sizeHintForRow(0)
    shown.list.setFixedWidth(260)
    assert shown.list.sizeHintForRow(1) > wide


def test_it_asks_for_the_room_of_all_rows_and_can_do_with_one(show: Show) -> None:
    shown = _Shown(show, "một", "hai", "ba")

    high = shown.list.sizeHintForRow(0)
    assert shown.list.sizeHint().height() == 3 * high
    assert shown.list.minimumSizeHint().height() == high
    assert shown.list.count() == 3


def test_tab_leads_out_of_the_list(show: Show) -> None:
    shown = _Shown(show, "một", "hai")
    shown.list.setFocus()

    shown.hands.press(Qt.Key.Key_Tab)

    assert shown.other.hasFocus()


def test_a_list_keeps_room_for_one_row_and_the_marked_one_in_sight(
    show: Show, qtbot: QtBot
) -> None:
    shown = RowList("Giỏ")
    one = RowItem("EMS", "250 g")
    shown.set_rows([one])
    shown.resize(300, 600)
    show(shown)
    alone = shown.minimumSizeHint().height()
    shown.set_rows([one] * 8)
    shown.mark(7)
    assert shown.minimumSizeHint().height() == alone

    shown.resize(300, 2 * alone)

    def in_sight() -> bool:
        return shown.viewport().rect().contains(shown.visualRect(shown.currentIndex()))

    qtbot.waitUntil(in_sight)
