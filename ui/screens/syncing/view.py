"""How counter and headquarters stand to one another. Layout only."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.messages import text
from app.queries.sync_report import HeldEntry
from ui.formats import grouped
from ui.screens.syncing.presenter import Fact
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.visible import reveal

_BESIDE = 720
_LEAST = (600, 560)


class SyncingView(Page):
    """``asked``: a pass is wanted now. ``copy_asked``, ``bring_asked``: a stick is at hand.
    ``conflicts_asked``: the list of values that met.
    """

    asked = Signal()
    copy_asked = Signal()
    bring_asked = Signal()
    conflicts_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._state = Notice()
        self._facts = Lines(amounts=False, label_width=150)
        self.now = KeyButton(text("ui.syncing.now"), "F12", primary=True)
        self.now.clicked.connect(self.asked)
        self.copy = KeyButton(text("ui.syncing.stick.copy"), "Alt+C")
        self.copy.clicked.connect(self.copy_asked)
        self.bring = KeyButton(text("ui.syncing.stick.bring"), "Alt+N")
        self.bring.clicked.connect(self.bring_asked)
        self.conflicts = KeyButton(text("ui.conflicts.title"), "F7")
        self.conflicts.clicked.connect(self.conflicts_asked)
        self.stick = Notice()
        self.held = RowList(text("ui.syncing.held"), lead=72, quiet=True)
        self.stick.say("", Tone.INFO)
        self._none = Text(text("ui.syncing.none_held"), "muted", wrap=True)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._state_card(), 1)
        row.addWidget(self._held_card(), 1)

    def show_state(self, words: str, tone: Tone, facts: Sequence[Fact]) -> None:
        """In one sentence, and in figures."""
        self._state.say(words, tone)
        lines = [Line(each.label, each.value, strong=each.strong, tone=each.tone) for each in facts]
        self._facts.set_lines(lines)

    def show_held(self, held: Sequence[HeldEntry]) -> None:
        """What headquarters keeps without effect."""
        self.held.set_rows([_row(each) for each in held])
        reveal(self.held, shown=bool(held))
        reveal(self._none, shown=not held)

    def show_stick(self, words: str, tone: Tone, *, busy: bool) -> None:
        """What a stick took or brought."""
        self.stick.say(words, tone)
        self.copy.setEnabled(not busy)
        self.bring.setEnabled(not busy)

    def _state_card(self) -> Card:
        card = Card(text("ui.syncing.title"))
        card.body.setSpacing(px(10))
        card.body.addWidget(self._state)
        card.body.addWidget(self._facts)
        card.body.addWidget(Text(text("ui.syncing.safe"), "secondary", wrap=True))
        card.body.addStretch(1)
        card.body.addWidget(self.stick)
        sticks = QHBoxLayout()
        sticks.setSpacing(px(10))
        sticks.addWidget(self.copy, 1)
        sticks.addWidget(self.bring, 1)
        card.body.addLayout(sticks)
        card.body.addWidget(self.now)
        return card

    def _held_card(self) -> Card:
        card = Card(text("ui.syncing.held"))
        card.body.addWidget(self._none)
        card.body.addWidget(self.held, 1)
        card.body.addStretch(0)
        card.body.addWidget(self.conflicts)
        return card


def _row(held: HeldEntry) -> RowItem:
    return RowItem(
        title=held.what,
        detail=held.why,
        lead=grouped(held.seq),
        side=text(f"ui.syncing.status.{held.status}"),
        tone=Tone.WARN,
    )
