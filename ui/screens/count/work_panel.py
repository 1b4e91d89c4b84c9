"""The middle of the count page: services with their counts, and what to look at first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shift_summary import ClosingNotes, ServiceLine, ShiftSummary
from app.messages import text
from ui.formats import grouped
from ui.screens.count.words import heading, notes_before_closing
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.scroll import Scroll
from ui.widgets.sum_table import HIDDEN, SumRow, SumTable

_HEADINGS = ("service", "items", "net", "vat", "cod")


class WorkPanel(Card):
    """Money is hidden until the count is on record: what is not shown is not here at all."""

    def __init__(self) -> None:
        super().__init__()
        self._head = Text("", "head", wrap=True)
        self.table = SumTable([text(f"ui.count.table.{name}") for name in _HEADINGS])
        self._empty = Text(text("ui.count.no_work"), "muted", wrap=True)
        self._opening = Notice(text("ui.count.open_how"), Tone.INFO)
        self._look = Text(text("ui.count.look"), "head")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(px(8))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._opening)
        column.addWidget(self.table)
        column.addWidget(self._empty)
        column.addSpacing(px(6))
        column.addWidget(self._look)
        column.addLayout(self._notes)
        column.addStretch(1)
        self.body.addWidget(self._head)
        self.body.addWidget(Scroll(inside))
        self.body.addStretch(1)
        self.set_opening(opening=False)

    def set_opening(self, *, opening: bool) -> None:
        """Nothing was done yet in a shift that only opens."""
        self._opening.setVisible(opening)
        if opening:
            self._head.setText(text("ui.count.open_title"))
            for widget in (self.table, self._empty, self._look):
                widget.hide()

    def show_summary(self, summary: ShiftSummary, notes: ClosingNotes) -> None:
        """Services in the order of their first item, their sum at the foot."""
        self._head.setText(heading(summary))
        shown = summary.money_shown
        rows = [_row(line, line.label, shown=shown) for line in summary.services]
        if rows:
            rows.append(_row(summary.total, text("ui.count.table.total"), shown=shown, strong=True))
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._show_notes(summary, notes)

    def _show_notes(self, summary: ShiftSummary, notes: ClosingNotes) -> None:
        while (item := self._notes.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = notes_before_closing(summary, notes)
        self._look.setVisible(bool(found))
        for note in found:
            self._notes.addWidget(Notice(note.words, note.tone, title=note.title))


def _row(line: ServiceLine, title: str, *, shown: bool, strong: bool = False) -> SumRow:
    money = (line.net_vnd, line.vat_vnd, line.cod_vnd)
    amounts = tuple(grouped(each) if shown else HIDDEN for each in money)
    return SumRow(title, (grouped(line.items), *amounts), strong)
