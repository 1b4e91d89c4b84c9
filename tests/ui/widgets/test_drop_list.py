from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.widgets.drop_list import DropList
from ui.widgets.entry import Entry
from ui.widgets.option_painter import Columns
from ui.widgets.options import Option

OPTIONS = [
    Option(number, f"Nguyễn Văn {number}", "Hà Nội", spans=((0, 6),)) for number in range(12)
]


def _dropped(show: Show, count: int = 12) -> DropList:
    entry = Entry()
    show(entry)
    drop = DropList(entry, "Khách hàng", Columns(lead=100, side=100, note=100))
    drop.set_options(OPTIONS[:count])
    drop.drop_below(entry)
    return drop


def test_it_opens_below_its_entry_inside_the_window(show: Show) -> None:
    drop = _dropped(show, 3)

    assert drop.isVisible()
    assert drop.window() is not drop
    assert drop.y() > 0


def test_the_first_option_is_marked(show: Show) -> None:
    assert _dropped(show).current() == OPTIONS[0]


def test_the_mark_stops_at_the_ends(show: Show) -> None:
    drop = _dropped(show)

    assert not drop.move_mark(-1)
    assert drop.move_mark(50)
    assert drop.current() == OPTIONS[-1]
    assert not drop.move_mark(1)


def test_a_mark_that_was_moved_stays_with_its_option(show: Show) -> None:
    drop = _dropped(show)
    drop.move_mark(2)

    drop.set_options([OPTIONS[5], OPTIONS[2]])

    assert drop.current() == OPTIONS[2]


def test_a_mark_that_was_not_moved_stays_first(show: Show) -> None:
    drop = _dropped(show)

    drop.set_options([OPTIONS[5], OPTIONS[0]])

    assert drop.current() == OPTIONS[5]


def test_a_long_list_shows_eight_rows(show: Show) -> None:
    assert _dropped(show, 12).height() == _dropped(show, 8).height()


def test_a_click_chooses(show: Show, qtbot: QtBot) -> None:
    drop = _dropped(show)
    (view,) = drop.findChildren(QListView)
    row = view.visualRect(view.model().index(1, 1))

    with qtbot.waitSignal(drop.chosen) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())

    assert told.args == [OPTIONS[1]]


def test_an_empty_list_marks_nothing(show: Show) -> None:
    drop = _dropped(show, 0)

    assert drop.count() == 0
    assert drop.current() is None
