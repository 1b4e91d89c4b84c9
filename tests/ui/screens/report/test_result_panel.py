from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.screens.report.result_panel import ResultPanel
from ui.screens.report.tables import Shown
from ui.widgets.figures import ChartBar, FigureRow
from ui.widgets.rows import RowItem

TABLE = Shown(
    "Theo giờ",
    ("Giao dịch",),
    (FigureRow("08:00–08:59", ("7",)), FigureRow("09:00–09:59", ("9",))),
    ((None,), (None,)),
    bars=(ChartBar("08", 7), ChartBar("09", 9)),
)


def test_a_part_shows_table_and_chart_or_its_note_alone(show: Show) -> None:
    panel = ResultPanel()
    show(panel)
    panel.show_table(TABLE)
    assert panel.table.isVisible()
    assert panel.chart.isVisible()

    panel.show_table(Shown("Thu hộ", (), (), (), note="Không có bưu gửi thu hộ."))

    assert not panel.table.isVisible()
    assert not panel.chart.isVisible()
    assert panel._note.isVisible()


def test_entries_take_the_place_of_the_table_until_one_goes_back(show: Show, qtbot: QtBot) -> None:
    panel = ResultPanel()
    show(panel)
    panel.show_table(TABLE)
    panel.table.stand(1, 0)
    panel.show_entries("Theo giờ › 09", [RowItem("Nhận bưu gửi", value="R1")], "Còn 3 nữa")
    assert panel.entries.hasFocus()
    assert not panel.table.isVisible()

    with qtbot.waitSignal(panel.entry_opened) as opened:
        QTest.keyClick(panel.entries, Qt.Key.Key_Return)
    panel.back_to_table()

    assert opened.args == ["R1"]
    assert panel.table.hasFocus()
    assert panel.table.place() == (1, 0)
