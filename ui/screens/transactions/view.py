"""The day's transactions: what is awaited, a field to search, the lines. Layout only."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain import item_code
from app.messages import text
from app.queries.day_list import DayLine, DayList
from ui.formats import clock_time, dong
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.field import Field, below_label
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_LEAST = (600, 430)
_TONES = {"awaited": Tone.WARN, "doubtful": Tone.WARN, "unprinted": Tone.WARN, "voided": Tone.BAD}


class TransactionsView(Page):
    """Signals: ``sought(words)``, ``opened(receipt)``, ``turned(days)``."""

    sought = Signal(str)
    opened = Signal(object)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._head = Notice("", Tone.INFO)
        self.search = Field(
            text("ui.transactions.search"), placeholder=text("ui.transactions.search_hint")
        )
        self.lines = RowList(text("ui.transactions.title"), lead=64)
        self._nothing = Text("", "muted", wrap=True)
        self.before = KeyButton(text("ui.transactions.before"), "Alt+←")
        self.after = KeyButton(text("ui.transactions.after"), "Alt+→")
        self._card = Card()
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.setSpacing(px(12))
        page.addWidget(self._head)
        page.addWidget(self._filled_card(), 1)
        self.search.edited.connect(self.sought)
        self.search.entered.connect(self.lines.setFocus)
        self.lines.opened.connect(self.opened)
        self._bind(self.before, "Alt+Left", -1)
        self._bind(self.after, "Alt+Right", 1)

    def show_day(self, found: DayList) -> None:
        """The lines of a day, and what transfers of any day still owe."""
        self._card.set_title(
            text("ui.transactions.day", day=f"{found.day:%d/%m/%Y}", count=len(found.lines))
        )
        if found.awaited:
            sentence = text(
                "ui.transactions.awaited", count=found.awaited, amount=dong(found.awaited_vnd)
            )
            self._head.say(sentence, Tone.WARN)
        else:
            self._head.say("", Tone.WARN)
        self.lines.set_rows([_row(line) for line in found.lines])
        self.lines.setVisible(bool(found.lines))
        code = "ui.transactions.nothing" if self.search.value() else "ui.transactions.none"
        self._nothing.setText(text(code))
        self._nothing.setVisible(not found.lines)

    def head(self) -> str:
        """What is awaited, as shown."""
        return self._head.text()

    def _bind(self, button: KeyButton, keys: str, days: int) -> None:
        button.clicked.connect(lambda: self.turned.emit(days))
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.turned.emit(days))

    def _filled_card(self) -> Card:
        card = self._card
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self.search, 1)
        for button in (self.before, self.after):
            top.addLayout(below_label(button))
        card.body.addLayout(top)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.lines, 1)
        card.body.addStretch()
        return card


def _row(line: DayLine) -> RowItem:
    what = text(f"transactions.what.{line.what}")
    state = text(f"transactions.state.{line.state}")
    title = (line.customer_name, what if line.what != "items" else "", line.label)
    detail = (line.number, ", ".join(map(item_code.grouped, line.codes)))
    return RowItem(
        title=" · ".join(part for part in title if part),
        detail=" · ".join(part for part in detail if part),
        lead=clock_time(line.at),
        side=dong(line.amount_vnd),
        note=state,
        tone=_TONES.get(line.state, Tone.PLAIN),
        value=line.receipt,
        amount=True,
    )
