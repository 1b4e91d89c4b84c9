"""Whose items these are, at the left of the acceptance screen: layout only."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.customer_number import grouped
from app.messages import text
from app.queries.customers import CustomerPage
from ui.formats import day
from ui.screens.acceptance.sender_line import SenderLine
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.history_rows import items_in_short
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.row_list import RowList
from ui.widgets.scroll import Scroll

_MOST = 6


class CustomerCard(Card):
    """Only read: nothing here takes the focus. ``line`` serves where a column has no room."""

    def __init__(self) -> None:
        super().__init__()
        self.line = SenderLine()
        self._name = Text("", "title", wrap=True)
        self._number = Text("", "number")
        self._since = Text("", "secondary", wrap=True)
        self._alert = Notice("", Tone.WARN)
        self._lines = Lines(amounts=False, label_width=84)
        self._head = Text(text("ui.acceptance.history"), "head")
        self._history = RowList(text("ui.acceptance.history"), lead=48, passive=True)
        self.body.addWidget(Scroll(self._facts()))
        self.body.addWidget(self._head)
        # History takes what room is left, whole rows of it; who it is goes first.
        self._history.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.body.addWidget(self._history, 1)
        self.body.addStretch()

    def show_customer(self, page: CustomerPage) -> None:
        """The sender in short."""
        self.line.show_customer(page)
        none = text("ui.customer.none")
        self.setAccessibleName(page.full_name)
        self._name.setText(page.full_name)
        self._number.setText(grouped(page.number))
        self._since.setText(text("ui.acceptance.since", day=day(page.since)))
        self._alert.say(
            page.alert_note, Tone.WARN, title=text("ui.customer.alert") if page.alert_note else ""
        )
        self._lines.set_lines(
            [
                Line(text("ui.form.phones"), ", ".join(page.phones_masked) or none),
                Line(text("ui.customer.citizen"), page.citizen_masked or none),
                Line(text("ui.customer.address"), page.address or none),
            ]
        )
        items = items_in_short(page.history, _MOST)
        self._head.setVisible(bool(items))
        self._history.setVisible(bool(items))
        self._history.set_rows(items)

    def _facts(self) -> QWidget:
        facts = QWidget()
        column = QVBoxLayout(facts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        column.addWidget(self._name)
        column.addWidget(self._number)
        column.addWidget(self._since)
        column.addSpacing(px(6))
        column.addWidget(self._alert)
        column.addSpacing(px(6))
        column.addWidget(self._lines)
        return facts
