"""A day's report: what is asked for above, sections at the left, figures at the right. Layout."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout

from app.messages import text
from ui.formats import grouped
from ui.screens.report.ask_panel import AskPanel
from ui.screens.report.result_panel import ResultPanel
from ui.screens.report.tables import Line, Shown, day_shown
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.visible import reveal

_BESIDE = 760
_LEAST = (600, 500)
_LIST_WIDE, _LIST_NARROW, _ROOMY = 300, 190, 900


class ReportView(Page):
    """``chosen(section)``: another part of the report."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.ask = AskPanel()
        self.sections = RowList(text("report.page.sections"))
        self.result = ResultPanel()
        self._notice = Notice("", Tone.WARN)
        self._busy = _Busy()
        self._list = Card()
        self._list.body.addWidget(self.sections)
        self._list.body.addStretch(1)
        self._begins = False
        self.columns = row = Columns(_BESIDE)
        row.addWidget(self._list)
        row.addWidget(self.result, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(10))
        column.addWidget(self.ask)
        column.addWidget(self._busy)
        column.addWidget(self._notice)
        column.addLayout(row, 1)
        column.addStretch(0)
        self.sections.moved.connect(self._moved)
        self.sections.opened.connect(self._opened)
        self.show_report(text("report.page.title"), "", ())

    def needs(self) -> int:
        """Nothing is squeezed: the window scrolls instead."""
        layout = self.layout()
        least = layout.totalMinimumHeightForWidth(self.width()) if layout is not None else 0
        return max(least, super().needs())

    def focus_first(self) -> None:
        """On the parts of the report; on the day where there are none."""
        (self.sections if self.sections.count() else self.ask.day.edit).setFocus()

    def show_asked(self, day: date) -> None:
        """The day of the report that is shown."""
        self.ask.day.set_value(day_shown(day))

    def show_busy(self, *, busy: bool) -> None:
        """A report is being made; what was shown before stays until it is there."""
        reveal(self._busy, shown=busy)
        self.sections.setEnabled(not busy)
        self.result.setEnabled(not busy)
        for button in (self.ask.pdf, self.ask.xlsx):
            button.setEnabled(not busy and self.sections.count() > 0)
        if self._begins and not busy:
            self._begins = False
            self.sections.setFocus()

    def show_progress(self, read: int, of: int) -> None:
        """How far it is."""
        self._busy.show_progress(read, of)

    def show_report(self, title: str, notice: str, sections: tuple[Line, ...]) -> None:
        """Another report. The first one gets the focus from the field that had it meanwhile."""
        self._begins = not self.sections.count() and self.ask.day.edit.hasFocus()
        self.ask.heading.setText(title)
        self._notice.say(notice, Tone.WARN)
        self.sections.set_rows([row_of(line) for line in sections])
        self.sections.mark(0)
        self._list.setVisible(bool(sections))
        self.result.setVisible(bool(sections))

    def show_section(self, table: Shown) -> None:
        """One section's figures."""
        self.result.show_table(table)

    def show_entries(self, title: str, rows: tuple[Line, ...], more: str) -> None:
        """The entries behind a figure, in place of the table."""
        self.result.show_entries(title, [row_of(line) for line in rows], more)

    def show_table(self) -> None:
        """Back to the table."""
        self.result.back_to_table()

    def show_problem(self, field: str, sentence: str) -> None:
        """Under the field that it is about."""
        self.ask.show_problem(field, sentence)

    def fit(self, room: int) -> None:
        """The list gives way first."""
        self.columns.hold(self._list, _LIST_WIDE if room > _ROOMY else _LIST_NARROW)

    def _opened(self, _value: object) -> None:
        """Into the table; a part without one leaves the keys where they are."""
        if not self.result.table.isHidden():
            self.result.table.setFocus()

    def _moved(self, row: int) -> None:
        found = self.sections.row(row)
        if found is not None:
            self.chosen.emit(str(found.value))


class _Busy(Card):
    """How many entries were read, and how to stop."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text(text("report.page.busy"), "strong")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(px(8))
        self._bar.setAccessibleName(text("report.page.busy"))
        row = QHBoxLayout()
        row.addWidget(self._words)
        row.addStretch(1)
        row.addWidget(Text(text("report.page.stop"), "secondary"))
        self.body.addLayout(row)
        self.body.addWidget(self._bar)
        self.hide()

    def show_progress(self, read: int, of: int) -> None:
        share = 1000 * read // of if of else 0
        self._bar.setRange(0, 1000)
        self._bar.setValue(share)
        progress = text("report.page.progress", read=grouped(read), of=grouped(of))
        self._words.setText(progress if of else text("report.page.busy"))


def row_of(line: Line) -> RowItem:
    """A line as lists take it."""
    return RowItem(
        title=line.title,
        detail=line.detail,
        lead=line.lead,
        side=line.side,
        note=line.note,
        tone=Tone.WARN if line.warns else Tone.PLAIN,
        value=line.value,
    )
