from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.widgets.figure_table import FigureTable
from ui.widgets.figures import FigureRow

ROWS = (
    FigureRow("Bưu kiện", ("2", "30.000 đ")),
    FigureRow("Chênh lệch", ("1", "-5.000 đ"), warns=True),
    FigureRow("Cộng", ("3", "25.000 đ"), strong=True),
)


def a_table(show: Show) -> FigureTable:
    table = FigureTable("Theo dịch vụ")
    show(table)
    table.set_table(("Số lượng", "Có thuế"), ROWS)
    table.setFocus()
    return table


def test_arrows_walk_the_figures_and_enter_opens_one(show: Show, qtbot: QtBot) -> None:
    table = a_table(show)
    assert table.place() == (0, 0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)

    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert opened.args == [1, 1]


def test_letters_are_left_to_the_scanner(show: Show) -> None:
    table = a_table(show)
    QTest.keyClicks(table, "Bxy")

    assert table.place() == (0, 0)


def test_what_warns_is_said_by_a_sign_and_read_out_with_its_heading(show: Show) -> None:
    table = a_table(show)
    index = table.model().index(1, 2)

    assert table.words(table.model().index(1, 0)) == "▲ Chênh lệch"
    said = table.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "▲ Chênh lệch, Có thuế: -5.000 đ"


def test_it_wants_room_for_all_rows_and_takes_less(show: Show) -> None:
    table = a_table(show)
    high = table.sizeHint().height()
    table.set_table(("Số lượng", "Có thuế"), ROWS * 20)

    assert table.sizeHint().height() > high
    assert table.minimumSizeHint().height() < table.sizeHint().height()


def test_one_column_needs_no_heading(show: Show) -> None:
    table = a_table(show)
    table.set_table(("Số",), (FigureRow("Giao dịch", ("61",)),))

    assert not table.horizontalHeader().isVisible()
    assert isinstance(table.grab().toImage(), QImage)
