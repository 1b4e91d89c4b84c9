"""One section's table with its chart, or the entries behind one of its figures. Layout only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.messages import text
from ui.screens.report.tables import Shown
from ui.style.metrics import px
from ui.widgets.bar_chart import BarChart
from ui.widgets.card import Card
from ui.widgets.figure_table import FigureTable
from ui.widgets.labels import Elided, Text
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_TIME_WIDE = 62


class ResultPanel(Card):
    """``opened(row, column)`` of a figure; ``entry_opened(receipt)``."""

    opened = Signal(int, int)
    entry_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = FigureTable(text("report.page.table"))
        self.entries = RowList(text("report.page.entries"), lead=_TIME_WIDE)
        self.chart = BarChart(text("report.chart"))
        self._title = Elided("", "title")
        self._how = Text(text("report.page.how"), "secondary")
        self._note = Text("", "secondary", wrap=True)
        self._more = Text("", "secondary", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._how)
        self.body.addLayout(head)
        self._table_part = self._of_table()
        self._entry_part = self._of_entries()
        self.body.addWidget(self._table_part, 1)
        self.body.addWidget(self._entry_part, 1)
        self._entry_part.hide()
        self._section = ""
        self.table.opened.connect(self.opened)
        self.entries.opened.connect(self.entry_opened)

    def show_table(self, table: Shown) -> None:
        """Another section."""
        self._section = table.title
        self.table.set_table(table.columns, table.rows)
        self.table.setVisible(bool(table.rows))
        self.chart.set_bars(table.bars)
        self.chart.setVisible(bool(table.bars))
        self._note.setText(table.note)
        self._note.setVisible(bool(table.note))
        self._show(table.title, text("report.page.how"), entries=False)

    def show_entries(self, title: str, rows: Sequence[RowItem], more: str) -> None:
        """What a figure was added up from; Esc leads back."""
        self.entries.set_rows(rows)
        self.entries.mark(0)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._show(title, text("report.page.how_back"), entries=True)
        self.entries.setFocus()

    def back_to_table(self) -> None:
        """The arrows stand where they stood."""
        self._show(self._section, text("report.page.how"), entries=False)
        self.table.setFocus()

    def _show(self, title: str, how: str, *, entries: bool) -> None:
        self._title.setText(title)
        self._how.setText(how)
        self.setAccessibleName(title)
        self._table_part.setVisible(not entries)
        self._entry_part.setVisible(entries)

    def _of_table(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.table)
        column.addWidget(self.chart, 1)
        column.addWidget(self._note)
        column.addStretch(0)
        return part

    def _of_entries(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.entries)
        column.addWidget(self._more)
        column.addStretch(1)
        return part
