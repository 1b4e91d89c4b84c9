"""The basket, its price line by line, and the money: layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.vietqr import ShownTransfer
from app.messages import text
from ui.formats import dong, grouped
from ui.payment import Due
from ui.screens.acceptance.rows import Row
from ui.style.metrics import px
from ui.style.theme import restyle
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Rule, Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.pay_panel import PayPanel
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.scroll import Scroll


class BasketPanel(Card):
    """Signals: ``removed(row)``, ``tendered(int | None)``, ``given(Given)``, ``paid``."""

    removed = Signal(int)
    tendered = Signal(object)
    given = Signal(object)
    paid = Signal()

    def __init__(self) -> None:
        super().__init__(text("ui.acceptance.basket"))
        self._rows: tuple[Row, ...] = ()
        self._due = Due(0, None, "")
        self.list = RowList(text("ui.acceptance.basket"), lead=22, least=2)
        self.list.removed.connect(self.removed)
        self.list.moved.connect(self._show_lines)
        self._nothing = Text(text("ui.acceptance.nothing"), "muted", wrap=True)
        self._undo = Text(text("ui.acceptance.undo"), "caption", wrap=True)
        self._rule = Rule()
        self._lines = Lines()
        self._scroll = Scroll(self._lines, least=0)
        self._total = Text("", "total")
        self.pay = PayPanel()
        self.money, self.change = self.pay.money, self.pay.change
        self.pay.tendered.connect(self.tendered)
        self.pay.given.connect(self.given)
        self.pay.paid.connect(self.paid)
        self.show_account = self.pay.show_account
        self._warning = Notice("", Tone.WARN)
        self.button = KeyButton(text("ui.acceptance.pay"), "F12", primary=True)
        self.button.clicked.connect(self.paid)
        self._missing = Text("", "secondary", wrap=True)
        self._missing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._arrange()
        self.show_rows(())

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """The items; the one on the form, or else the last one, is marked with its price."""
        self._rows = rows
        self.set_title(text("ui.acceptance.basket_count", count=len(rows)))
        self.list.set_rows(
            [
                RowItem(
                    title=row.title,
                    detail=row.detail,
                    lead=str(number),
                    side="…" if row.amount_vnd is None else grouped(row.amount_vnd),
                    note=text("ui.acceptance.entering") if row.open else "",
                    value=number - 1,
                )
                for number, row in enumerate(rows, 1)
            ]
        )
        if not self.list.hasFocus():
            self.list.mark(len(rows) - 1)
        self._fit_rows()
        self._undo.setVisible(not all(row.open for row in rows))
        self._nothing.setVisible(not rows)
        self._show_lines(self.list.marked())

    def show_due(self, due: Due) -> None:
        """The sum, what goes back, and what is still missing."""
        self._due = due
        self._total.setText(dong(due.total_vnd))
        self.change.set_number(due.change_vnd)
        restyle(self.change.edit, "good", bool(due.change_vnd))
        self.button.setEnabled(not due.missing)
        self.button.setAccessibleDescription(due.missing)
        self._missing.setText(due.missing)

    def show_transfer(self, shown: ShownTransfer | None) -> None:
        """The code takes the room of the rows: a camera must be able to read it."""
        self.pay.show_transfer(shown)
        self._fit_rows()

    def show_warning(self, sentence: str) -> None:
        """Asked beside the money, before it is taken."""
        self._warning.say(sentence, Tone.WARN)

    def show_trouble(self, sentence: str) -> None:
        """Why the money was not taken."""
        self._warning.say(sentence, Tone.BAD)

    def warning(self) -> str:
        """The sentence beside the money, as shown."""
        return self._warning.text()

    def missing(self) -> str:
        """What is missing, as shown."""
        return self._missing.text()

    def set_busy(self, *, busy: bool) -> None:
        """The money is being booked: the same key does nothing more."""
        self.pay.setEnabled(not busy)
        self.show_due(self._due)
        if busy:
            self.button.setEnabled(False)
            self._missing.setText(text("ui.acceptance.booking"))

    def least_height(self) -> int:
        """Below it the money would be squeezed: the list and the lines of a price scroll."""
        layout = self.layout()
        return layout.totalMinimumHeightForWidth(self.width()) if layout is not None else 0

    def go_to_tendered(self) -> None:
        """Type what the customer gave."""
        self.pay.go_to_tendered()

    def _fit_rows(self) -> None:
        room = not self.pay.code.rows()
        self.list.setVisible(bool(self._rows) and room)
        self._scroll.setVisible(room)

    def _show_lines(self, at: int) -> None:
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        lines = row.lines if row else ()
        self._lines.set_lines([Line(line.label, grouped(line.amount_vnd)) for line in lines])
        self._rule.setVisible(bool(lines))

    def _arrange(self) -> None:
        self.body.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._rule)
        self.body.addWidget(self._scroll)
        self.body.addWidget(self._undo)
        self.body.addStretch()
        self.body.addWidget(Rule(heavy=True))
        total = QHBoxLayout()
        total.addWidget(Text(text("ui.acceptance.total"), "title"), 0, Qt.AlignmentFlag.AlignBottom)
        total.addStretch(1)
        total.addWidget(self._total)
        self.body.addLayout(total)
        self.body.addWidget(self.pay)
        self.body.addWidget(self._warning)
        foot = QVBoxLayout()
        foot.setSpacing(px(5))
        foot.addWidget(self.button)
        foot.addWidget(self._missing)
        self.body.addLayout(foot)
