"""A booked transaction: the money in large, and each paper with its state. Layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain import item_code
from app.domain.customer_number import grouped
from app.messages import text
from app.queries.standing import LastTransaction
from ui.formats import dong, moment
from ui.screens.receipt.paper_panel import PaperPanel
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.patience import Patience
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CODE_LETTERS = 13
_ROOMY = 1100
_BESIDE = 780
_LEAST = (600, 430)


class ReceiptView(Page):
    """``went_on``: the next customer."""

    went_on = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.patience = Patience()
        self._seen = False
        self.papers = PaperPanel()
        self._booked = Notice("", Tone.GOOD)
        self._how = Text(text("ui.receipt.how"), "secondary", wrap=True)
        self._change_label = Text("", "title")
        self._change = Text("", "give")
        self._sums = Lines()
        self._facts = Lines(amounts=False, label_width=120)
        self.items = RowList(text("ui.receipt.items"), lead=28, quiet=True)
        self.next = KeyButton(text("ui.receipt.next"), "Enter", primary=True)
        self.next.clicked.connect(self.went_on)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._money_card(), 1)
        row.addWidget(self.papers)
        self.fit(_ROOMY)

    def show_transaction(self, transaction: LastTransaction, asked: int | None) -> None:
        """What was booked, and what of it is on paper."""
        self._booked.say(
            text("ui.receipt.booked", moment=moment(transaction.accepted_at)), Tone.GOOD
        )
        back = transaction.change_vnd
        self._change_label.setText(text("ui.receipt.give" if back else "ui.receipt.no_change"))
        self._change.setText(dong(back) if back else "")
        self._change.setVisible(bool(back))
        received = transaction.total_vnd + transaction.change_vnd
        self._sums.set_lines(
            [
                Line(text("ui.acceptance.total"), dong(transaction.total_vnd), strong=True),
                Line(text("ui.acceptance.tendered"), dong(received)),
            ]
        )
        self._facts.set_lines(
            [
                Line(text("ui.receipt.number"), transaction.receipt),
                Line(text("ui.receipt.proof"), transaction.proof),
                Line(text("ui.receipt.sender"), transaction.customer_name),
                Line(text("ui.receipt.customer"), grouped(transaction.customer)),
            ]
        )
        self.items.set_rows(
            [
                RowItem(title=_item(item), lead=str(number))
                for number, item in enumerate(transaction.items, 1)
            ]
        )
        self.papers.show_transaction(transaction, asked)

    def change(self) -> str:
        """What goes back to the customer, as shown."""
        return self._change.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter: the next customer, unless it is still the Enter that took the money."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.press_on()

    def press_on(self) -> None:
        """The next customer, once the change can have been read."""
        if not self.patience.is_lost():
            self.went_on.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """From here on the page has to be read."""
        super().showEvent(event)
        self._seen = False
        self.patience.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody reads it any more."""
        super().hideEvent(event)
        self.patience.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nobody can read it before it is painted."""
        super().paintEvent(event)
        if not self._seen and self.patience.is_reading:
            self.patience.begin()
        self._seen = True

    def _money_card(self) -> Card:
        card = Card()
        card.body.setSpacing(px(8))
        card.body.addWidget(self._booked)
        card.body.addWidget(Scroll(self._money(), least=110))
        card.body.addWidget(Text(text("ui.receipt.items"), "head"))
        card.body.addWidget(self.items, 1)
        card.body.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self._how, 1)
        foot.addWidget(self.next, 1)
        card.body.addLayout(foot)
        return card

    def _money(self) -> QWidget:
        money = QWidget()
        column = QVBoxLayout(money)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self._change_label)
        column.addWidget(self._change)
        column.addWidget(self._sums)
        column.addWidget(Rule())
        column.addWidget(self._facts)
        column.addWidget(Rule())
        return money

    def fit(self, room: int) -> None:
        """With large text on a small screen the papers are narrower."""
        roomy = room >= _ROOMY
        self.columns.hold(self.papers, 520 if roomy else 380)
        self._how.setVisible(roomy)


def _item(words: str) -> str:
    """An item number in its groups."""
    return item_code.grouped(words) if len(words) == _CODE_LETTERS else words
