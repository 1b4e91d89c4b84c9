"""A booked transaction at the left, what can be done to it at the right. Layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import item_code
from app.domain.places import Place
from app.domain.vietqr import ShownTransfer
from app.messages import text
from app.queries.transactions import ItemLine, PartLine, SlipLine, TransactionPage
from ui.formats import clock_time, dong, grams, moment
from ui.screens.correction.entered import Deed
from ui.screens.correction.form_panel import FormPanel
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.place_options import place_option
from ui.widgets.qr_code import QrCode
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll

_ROOMY = 1100
_BESIDE = 860
_LEAST = (600, 430)
_GONE = ("voided", "refunded")


class CorrectionView(Page):
    """Signals: ``code_printed``, ``edited``; ``form`` has its own."""

    code_printed = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._page: TransactionPage | None = None
        self._rows: tuple[bytes, ...] = ()
        self._head = Notice("", Tone.INFO)
        self._facts = Lines(amounts=False, label_width=110)
        self.items = RowList(text("ui.correction.items"), lead=28)
        self._parts = Lines()
        self._slips = Lines(amounts=False, label_width=170)
        self._code = QrCode(text("ui.acceptance.code"), side=232)
        self._code_words = Text("", "secondary", wrap=True)
        self.print_code = KeyButton(text("ui.correction.print_code"), "Alt+Q")
        self._nothing = Text("", "muted", wrap=True)
        self.form = FormPanel()
        self.entered = self.form.entered
        self.show_services = self.form.show_services
        self.show_figures = self.form.show_figures
        self.refuse = self.form.refuse
        self.show_change = self.form.pay.show_change
        self.prefer_refund = self.form.refund.set_value
        self.begin_anew = self.form.begin_anew
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        self._left, self._right = self._facts_card(), self._form_card()
        row.addWidget(self._left, 1)
        row.addWidget(self._right, 1)
        self._connect()

    def show_page(self, page: TransactionPage, deeds: tuple[Deed, ...]) -> None:
        """What was booked and what happened to it since."""
        self._page = page
        found = page.receipt
        self._facts.set_lines(
            [
                Line(text("ui.receipt.number"), found.receipt, strong=True),
                Line(text("ui.correction.at"), moment(found.accepted_at)),
                Line(text("ui.receipt.sender"), found.customer_name),
                Line(text("ui.receipt.proof"), found.proof),
                *([Line(text("ui.correction.what"), page.service)] if page.service else []),
            ]
        )
        self.items.set_rows([_item(item, number) for number, item in enumerate(page.items, 1)])
        self.items.setVisible(bool(page.items))
        parts = [_part(part) for part in page.parts]
        self._parts.set_lines(
            [Line(text("ui.acceptance.total"), dong(found.total_vnd), strong=True), *parts]
        )
        self._slips.set_lines([_slip(slip) for slip in page.slips])
        self._nothing.setText("" if deeds else text("ui.correction.nothing_left"))
        self._nothing.setVisible(not deeds)
        self.form.show_deeds(deeds)
        self._mark(self.items.marked())

    def show_transfer(self, shown: ShownTransfer | None) -> None:
        """The code of what is awaited."""
        self._rows = shown.rows if shown else ()
        self._fit_code()
        if shown is not None:
            request = shown.request
            self._code_words.setText(
                text(
                    "ui.correction.code_words",
                    bank=request.account.bank,
                    account=request.account.number,
                    memo=request.memo,
                    amount_vnd=request.amount_vnd,
                )
            )

    def _fit_code(self, _deed: str = "") -> None:
        """The code stands where the money is waited for."""
        waits = self.form.deeds.value() == Deed.CONFIRM
        self._code.show_rows(self._rows if waits else ())
        for widget in (self._code_words, self.print_code):
            widget.setVisible(waits and bool(self._rows))

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Communes that the words may mean."""
        self.form.commune.show_options([place_option(place) for place in places])

    def show_done(self, sentence: str) -> None:
        """What was booked just now."""
        self._head.say(sentence, Tone.GOOD)

    def done(self) -> str:
        """What was booked, as shown."""
        return self._head.text()

    def _mark(self, at: int) -> None:
        items = self._page.items if self._page else ()
        item = items[at] if 0 <= at < len(items) else None
        standing = item is not None and item.status == "accepted"
        self.form.show_item(item if standing else None)
        self.edited.emit()

    def _connect(self) -> None:
        self.items.moved.connect(self._mark)
        self.form.deeds.changed.connect(self._fit_code)
        self.items.opened.connect(lambda _code: self.form.setFocus())
        self.print_code.clicked.connect(self.code_printed)
        shortcut = QShortcut(QKeySequence("Alt+Q"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.code_printed)

    def _facts_card(self) -> Card:
        card = Card(text("ui.correction.booked"))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(9))
        for widget in (self._facts, self._parts, self._slips):
            column.addWidget(widget)
        card.body.addWidget(self._head)
        card.body.addWidget(self.items)
        card.body.addWidget(Scroll(inside, least=120))
        card.body.addStretch(1)
        pay = self.form.pay  # the form has no room in which a camera could read the whole code
        card.body.addWidget(pay.code, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(pay.code_words)
        return card

    def _form_card(self) -> Card:
        card = Card(text("ui.correction.title"))
        card.body.addWidget(self._nothing)
        card.body.addWidget(Scroll(self.form, least=160))
        card.body.addWidget(self._code, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self._code_words)
        card.body.addWidget(self.print_code, 0, Qt.AlignmentFlag.AlignHCenter)
        for hidden in (self._code_words, self.print_code):
            hidden.hide()
        card.body.addStretch(1)
        card.body.addWidget(self.form.trouble)
        card.body.addWidget(self.form.button)
        return card


def _item(item: ItemLine, number: int) -> RowItem:
    gone = item.status in _GONE
    return RowItem(
        title=f"{item_code.grouped(item.code)} · {item.service_label}",
        detail=f"{item.receiver_name} · {grams(item.actual_g)}",
        lead=str(number),
        side=dong(item.total_vnd),
        note=text(f"ui.correction.status.{item.status}") if gone else "",
        tone=Tone.BAD if gone else Tone.PLAIN,
        value=item.code,
    )


def _part(part: PartLine) -> Line:
    open_ = bool(part.open_vnd)
    code = f"{part.method}_open" if open_ else part.method
    if part.method == "transfer" and not open_ and not part.reference:
        code = "transfer_gone"
    label = text(f"ui.correction.part.{code}", memo=part.memo, reference=part.reference)
    return Line(label, dong(part.amount_vnd), tone=Tone.WARN if open_ else Tone.PLAIN)


def _slip(slip: SlipLine) -> Line:
    what = text(f"transactions.what.{slip.what}")
    told = f"{clock_time(slip.at)} {what} · {dong(slip.amount_vnd)} · {slip.reason}"
    return Line(slip.number, f"{told} · {slip.approver_name}")
