"""Postal finance and subscriptions: the services at the left, the form of one at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.customer_number import grouped
from app.domain.reference.other_services import Need, OtherService
from app.messages import text
from app.queries.customers import CustomerPage
from ui.screens.service.presenter import Entered
from ui.style.metrics import px
from ui.style.theme import restyle
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import Field, relabel
from ui.widgets.form import enter_walks
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.numbers import AmountField
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll

_BESIDE = 820
_LEAST = (600, 430)
_TYPED = (Need.REFERENCE, Need.PARTY, Need.TITLE, Need.COPIES)


class ServiceView(Page):
    """Signals: ``chosen``, ``edited``, ``submitted``, ``left``."""

    chosen = Signal()
    edited = Signal()
    submitted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._who = Text("", "strong", wrap=True)
        self._service = ""
        self._needs: tuple[str, ...] = ()
        self.list = RowList(text("ui.service.services"), lead=28)
        self.amount = AmountField(text("ui.service.amount"), strong=True)
        self.fee = AmountField(text("ui.service.fee"))
        self.first = Field(text("ui.service.from"), placeholder=text("ui.service.month"))
        self.last = Field(text("ui.service.to"), placeholder=text("ui.service.month"))
        self.details = {need: Field("") for need in _TYPED}
        self.way = Choice(
            text("ui.acceptance.way"),
            [(way, text(f"ui.service.way.{way}")) for way in ("cash", "transfer")],
        )
        self.tendered = AmountField(text("ui.acceptance.tendered"), key="F9", strong=True)
        self.change = AmountField(text("ui.acceptance.change"), strong=True)
        self.change.set_read_only(read_only=True)
        self.figures = Notice("", Tone.INFO)
        self.trouble = Notice("", Tone.BAD)
        self.button = KeyButton(text("ui.service.record"), "F12", primary=True)
        self._card = Card()
        self._card.hide()
        self._none = Notice(text("ui.service.none"), Tone.INFO)
        self._none.hide()
        self._back = KeyButton(text("ui.service.back"), "Esc")
        self._back.clicked.connect(self.left)
        self._back.hide()
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._list_card(), 2)
        row.addWidget(self._form_card(), 3)
        self._connect()

    def entered(self) -> Entered:
        """What stands in the form now."""
        return Entered(
            service=self._service,
            amount_vnd=self.amount.number(),
            fee_vnd=self.fee.number(),
            period_from=self.first.value(),
            period_to=self.last.value(),
            details={need: self.details[need].value() for need in _TYPED if need in self._needs},
            way=self.way.value(),
            tendered_vnd=self.tendered.number(),
        )

    def show_customer(self, page: CustomerPage) -> None:
        """Whose history it goes into."""
        self._who.setText(f"{page.full_name} · {grouped(page.number)}")

    def show_services(self, services: tuple[OtherService, ...]) -> None:
        """What can be recorded."""
        self.list.set_rows(
            [
                RowItem(title=service.label, lead=str(number), value=service.code)
                for number, service in enumerate(services, 1)
            ]
        )
        self._card.setVisible(bool(services))
        self._none.setVisible(not services)
        self._back.setVisible(not services)
        self.list.setVisible(bool(services))
        self._service = services[0].code if services else ""
        self.list.mark(0)
        if not services:
            self._back.setFocus()

    def focus_first(self) -> None:
        """The services; where none is offered, the way back."""
        (self._back if self._back.isVisible() else self.list).setFocus()

    def show_form(self, service: OtherService) -> None:
        """Exactly what the service asks for."""
        self._card.set_title(service.label)
        self._needs = service.needs
        for need, detail in self.details.items():
            detail.setVisible(need in service.needs)
            if need in service.needs:
                relabel(detail, service.label_of(need))
        period = Need.PERIOD in service.needs
        for entry in (self.first, self.last):
            entry.setVisible(period)
        self._fit_way()

    def show_figures(self, sentence: str, change_vnd: int | None) -> None:
        """What it comes to, and what goes back."""
        self.figures.say(sentence, Tone.INFO)
        self.change.set_number(change_vnd)
        restyle(self.change.edit, "good", bool(change_vnd))

    def refuse(self, field: str, sentence: str) -> None:
        """Beside its field, or above the key where it is about several."""
        self._clear_problems()
        told = {"amount": self.amount, "fee": self.fee, "period": self.first,
                "tendered": self.tendered}.get(field)  # fmt: skip
        if told is not None and told.isVisible():
            told.set_problem(sentence)
            told.setFocus()
        else:
            self.trouble.say(sentence, Tone.BAD)

    def _clear_problems(self) -> None:
        self.trouble.say("", Tone.BAD)
        for field in (self.amount, self.fee, self.first, self.tendered):
            field.set_problem("")

    def _choose(self, at: int) -> None:
        row = self.list.row(at)
        if row is not None and row.value != self._service:
            self._service = str(row.value)
            self._clear_problems()
            self.chosen.emit()

    def _fit_way(self) -> None:
        cash = self.way.value() == "cash"
        for field in (self.tendered, self.change):
            field.setVisible(cash)

    def _connect(self) -> None:
        self.list.moved.connect(self._choose)
        self.list.opened.connect(lambda _code: self.amount.setFocus())
        self.way.changed.connect(self._way_chosen)
        fields = (self.amount, self.fee, self.first, self.last, self.tendered,
                  *self.details.values())  # fmt: skip
        for field in fields:
            field.edited.connect(lambda _words: self.edited.emit())
        stops: tuple[Field | Choice, ...] = (
            self.amount, self.fee, *self.details.values(), self.first, self.last, self.way,
            self.tendered,
        )  # fmt: skip
        enter_walks(stops, self.submitted.emit)
        self.button.clicked.connect(self.submitted)

    def _way_chosen(self, _way: str) -> None:
        self._fit_way()
        self.edited.emit()

    def _list_card(self) -> Card:
        card = Card(text("ui.service.services"))
        card.body.addWidget(self._who)
        card.body.addWidget(self._none)
        card.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.list, 1)
        card.body.addStretch()
        return card

    def _form_card(self) -> Card:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        column.addLayout(_beside(self.amount, self.fee))
        for field in self.details.values():
            column.addWidget(field)
        column.addLayout(_beside(self.first, self.last))
        column.addWidget(self.figures)
        column.addWidget(self.way)
        column.addLayout(_beside(self.tendered, self.change))
        self._card.body.addWidget(Scroll(inside, least=160))
        self._card.body.addStretch(1)
        self._card.body.addWidget(self.trouble)
        self._card.body.addWidget(self.button)
        return self._card


def _beside(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(px(10))
    row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
    return row
