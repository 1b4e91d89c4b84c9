"""How the customer pays: the way, its parts, the code of a transfer. Layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.vietqr import ShownTransfer
from app.messages import text
from ui.payment import Given, Way
from ui.style.metrics import px
from ui.widgets.choice import Choice
from ui.widgets.labels import Text
from ui.widgets.numbers import AmountField
from ui.widgets.qr_code import QrCode


class PayPanel(QWidget):
    """Signals: ``given(Given)``, ``tendered(int | None)``, ``paid``.

    F9 goes to the money; pressed there again it goes to the next way.
    """

    given = Signal(object)
    tendered = Signal(object)
    paid = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = Choice(
            text("ui.acceptance.way"), [(way, text(f"ui.acceptance.way.{way}")) for way in Way]
        )
        self.transfer = AmountField(text("ui.acceptance.transfer"))
        self.on_account = AmountField(text("ui.acceptance.on_account"))
        self.money = AmountField(text("ui.acceptance.tendered"), key="F9", strong=True)
        self.change = AmountField(text("ui.acceptance.change"), strong=True)
        self.change.set_read_only(read_only=True)
        self.show_change = self.change.set_number
        self.show_warning = self.money.set_problem
        self.code = QrCode(text("ui.acceptance.code"), side=268)
        self.code_words = Text("", "secondary", wrap=True)
        self._account = Text("", "secondary", wrap=True)
        self._total_vnd = 0
        self._arrange()
        self.way.changed.connect(self._way_chosen)
        self.way.entered.connect(self.go_to_money)
        for field in (self.transfer, self.on_account):
            field.number_changed.connect(lambda _vnd: self.given.emit(self.chosen()))
        self.transfer.entered.connect(self.on_account.setFocus)
        self.on_account.entered.connect(self.money.setFocus)
        self.money.number_changed.connect(self.tendered)
        self.money.entered.connect(self.paid)
        self._fit_way()

    def chosen(self) -> Given:
        """The way and its parts as they stand."""
        way = Way(self.way.value())
        if way is not Way.MIXED:
            return Given(way)
        return Given(way, self.transfer.number() or 0, self.on_account.number() or 0)

    def show_transfer(self, shown: ShownTransfer | None) -> None:
        """The code to be scanned by the customer; nothing without."""
        self.code.show_rows(shown.rows if shown else ())
        self.code_words.setVisible(shown is not None)
        if shown is not None:
            request = shown.request
            self.code_words.setText(
                text(
                    "ui.acceptance.code_words",
                    bank=request.account.bank,
                    account=request.account.number,
                    holder=request.account.holder,
                    memo=request.memo,
                    amount_vnd=request.amount_vnd,
                )
            )

    def show_account(self, sentence: str) -> None:
        """What the customer may still put on account."""
        self._account.setText(sentence)
        self._account.setVisible(bool(sentence))

    def begin_anew(self) -> None:
        """Cash again, and nothing given yet."""
        self.way.set_value(Way.CASH)
        for field in (self.money, self.transfer, self.on_account):
            field.set_number(None)
        self._fit_way()

    def words(self) -> str:
        """The amount in words, as shown."""
        return self.money.in_words()

    def press(self) -> None:
        """F9: to the money; there again, the next way."""
        if self._is_at_money():
            ways = list(Way)
            self.choose(ways[(ways.index(Way(self.way.value())) + 1) % len(ways)])
        else:
            self.go_to_money()

    def choose(self, way: Way) -> None:
        """As if it had been chosen by hand."""
        self.way.set_value(way)
        self._way_chosen(way)

    def go_to_money(self) -> None:
        """Where the next sum is typed; where none is, on the way itself."""
        way = Way(self.way.value())
        first = {Way.CASH: self.money, Way.MIXED: self.transfer}.get(way)
        if first is None:
            self.way.setFocus()
            return
        first.setFocus()
        first.edit.selectAll()

    def go_to_tendered(self) -> None:
        """The sum of cash, when there is one."""
        if self.money.isVisible():
            self.money.setFocus()
            self.money.edit.selectAll()
        else:
            self.go_to_money()

    def _is_at_money(self) -> bool:
        """Whether F9 has brought the focus here before."""
        if Way(self.way.value()) in (Way.TRANSFER, Way.ACCOUNT):
            return self.way.hasFocus()
        fields = (self.transfer, self.on_account, self.money)
        return any(field.edit.hasFocus() for field in fields)

    def _way_chosen(self, _way: str) -> None:
        self._fit_way()
        self.given.emit(self.chosen())
        self.go_to_money()

    def _fit_way(self) -> None:
        way = Way(self.way.value())
        for field in (self.transfer, self.on_account):
            field.setVisible(way is Way.MIXED)
        for field in (self.money, self.change):
            field.setVisible(way in (Way.CASH, Way.MIXED))
        if way in (Way.TRANSFER, Way.ACCOUNT):
            self.money.set_number(None)
            self.tendered.emit(None)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.way)
        column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.code_words)
        column.addWidget(self._account)
        for left, right in ((self.transfer, self.on_account), (self.money, self.change)):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
            row.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        for words in (self.code_words, self._account):
            words.hide()
