"""One booked transaction: who, what, how much, and what of it is on paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import item_code
from app.messages import text
from app.queries.standing import LastTransaction, PrintedState
from ui.formats import dong, moment
from ui.shell.standing_words import document_title, document_words, with_problems
from ui.style.metrics import px
from ui.widgets.badge import Badge
from ui.widgets.card import Card
from ui.widgets.labels import Elided, Rule, Text
from ui.widgets.lines import Line, Lines

_MOST_ITEMS = 4


class TransactionCard(Card):
    """Rebuilt whole by ``show_transaction``."""

    def __init__(self) -> None:
        super().__init__(text("ui.last.title"))
        self._inside: QWidget | None = None

    def show_transaction(
        self, last: LastTransaction | None, asked: PrintedState | None = None
    ) -> None:
        """Show ``last``; ``asked`` is the document in question, drawn with a frame."""
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(7))
        if last is None:
            column.addWidget(Text(text("ui.last.none"), "muted", wrap=True))
        else:
            _fill(column, last, asked)
        column.addStretch(1)
        self.body.addWidget(self._inside)


def _fill(column: QVBoxLayout, last: LastTransaction, asked: PrintedState | None) -> None:
    column.addWidget(Elided(last.customer_name, "title"))
    column.addWidget(Text(last.receipt, "number"))
    column.addWidget(Text(text("ui.last.booked", moment=moment(last.accepted_at)), "secondary"))
    column.addWidget(Rule())
    for code in last.items[:_MOST_ITEMS]:
        column.addWidget(Text(item_code.grouped(code)))
    if len(last.items) > _MOST_ITEMS:
        more = text("ui.last.more_items", count=len(last.items) - _MOST_ITEMS)
        column.addWidget(Text(more, "secondary"))
    sums = Lines()
    sums.set_lines(
        [
            Line(text("ui.last.total"), dong(last.total_vnd), strong=True),
            Line(text("ui.last.change"), dong(last.change_vnd)),
        ]
    )
    column.addWidget(Rule())
    column.addWidget(sums)
    column.addWidget(Rule())
    for document, problem in with_problems(last.documents):
        column.addWidget(_document(document, strong=document == asked))
        if problem:
            column.addWidget(Text(problem, "problem", wrap=True))


def _document(document: PrintedState, *, strong: bool) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(10))
    line.addWidget(Elided(document_title(document), "strong" if strong else "body"), 1)
    words, tone, sign = document_words(document)
    line.addWidget(Badge(words, tone, sign=sign), 0, Qt.AlignmentFlag.AlignVCenter)
    return row
