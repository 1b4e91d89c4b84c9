"""Conflicts: the list, and both values of the one that is looked at. Layout only."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.customer_number import grouped
from app.messages import text
from app.queries.conflicts import ConflictLine, ConflictList
from ui.conflict_words import by_words, settled_words
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.field import Field
from ui.widgets.key_button import KeyButton
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem
from ui.widgets.visible import reveal

OPEN, SETTLED = "open", "settled"
_BESIDE = 760
_LEAST = (600, 520)


class ConflictsView(Page):
    """Signals: ``chosen(shown)``, ``looked(row)``, ``kept(reason)``, ``taken(reason)``,
    ``customer_asked``.
    """

    chosen = Signal(str)
    looked = Signal(int)
    kept = Signal(str)
    taken = Signal(str)
    customer_asked = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        shown = [(each, text(f"ui.conflicts.shown.{each}")) for each in (OPEN, SETTLED)]
        self.shown = Choice(text("ui.conflicts.shown"), shown)
        self.list = RowList(text("ui.conflicts.title"))
        self._nothing = Text(text("ui.conflicts.nothing"), "muted", wrap=True)
        self._more = Notice()
        self._values = Lines(amounts=False, label_width=96)
        self._note = Notice()
        self._trouble = Notice()
        self.reason = Field(
            text("ui.conflicts.reason"), placeholder=text("ui.conflicts.reason_example")
        )
        self.keep = KeyButton(text("ui.conflicts.keep"), "Alt+G", primary=True)
        self.take = KeyButton(text("ui.conflicts.take"), "Alt+L")
        self.customer = KeyButton(text("ui.conflicts.customer"), "Alt+T")
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        row.addWidget(self._list_card(), 1)
        self._looked_at = self._line_card()
        row.addWidget(self._looked_at, 1)
        self.shown.changed.connect(self.chosen)
        self.shown.entered.connect(self.list.setFocus)
        self.list.moved.connect(self.looked)
        self.list.opened.connect(lambda _value: self.reason.setFocus())
        self.keep.clicked.connect(lambda: self.kept.emit(self.reason.value()))
        self.take.clicked.connect(lambda: self.taken.emit(self.reason.value()))
        self.customer.clicked.connect(self.customer_asked)

    def show_list(self, found: ConflictList, *, of_one: bool) -> None:
        """The conflicts; ``of_one``: of the customer whom one came from."""
        code = "ui.conflicts.of_one" if of_one else "ui.conflicts.of_all"
        self._list.set_title(text(code, count=found.open))
        self._more.say(text("ui.conflicts.more") if found.more else "", Tone.WARN)
        marked = max(0, min(self.list.marked(), len(found.lines) - 1))
        self.list.set_rows([_row(line) for line in found.lines])
        if found.lines:
            self.list.mark(marked)
        reveal(self.list, shown=bool(found.lines))
        reveal(self._nothing, shown=not found.lines)

    def show_line(self, line: ConflictLine | None) -> None:
        """Both values, whose they are, and what can be done."""
        self.show_problem("", "")
        self.reason.set_value("")
        reveal(self._looked_at, shown=line is not None)
        if line is None:
            return
        self._looked_at.set_title(line.label)
        self._values.set_lines(_lines(line))
        self._note.say(*_note(line))
        for widget in (self.reason, self.keep, self.take):
            reveal(widget, shown=line.settled is None)

    def show_problem(self, field: str, sentence: str) -> None:
        """Beside the reason, or for the whole answer."""
        self.reason.set_problem(sentence if field == "reason" else "")
        self._trouble.say("" if field == "reason" else sentence, Tone.BAD)
        if field == "reason":
            self.reason.setFocus()

    def trouble(self) -> str:
        """What is wrong with the answer, as shown."""
        return self._trouble.text()

    def note(self) -> str:
        """What is to be known of it, as shown."""
        return self._note.text()

    def set_busy(self, *, busy: bool) -> None:
        """Being recorded."""
        self.keep.setEnabled(not busy)
        self.take.setEnabled(not busy)

    def _list_card(self) -> Card:
        self._list = card = Card(text("ui.conflicts.title"))
        card.body.addWidget(self.shown)
        card.body.addWidget(self._more)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.list, 1)
        card.body.addStretch(0)
        return card

    def _line_card(self) -> Card:
        card = Card(text("ui.conflicts.title"))
        card.body.setSpacing(px(10))
        card.body.addWidget(self._values)
        card.body.addWidget(self._note)
        card.body.addWidget(self.reason)
        card.body.addWidget(self._trouble)
        card.body.addStretch(1)
        answers = QHBoxLayout()
        answers.setSpacing(px(10))
        answers.addWidget(self.keep, 1)
        answers.addWidget(self.take, 1)
        card.body.addLayout(answers)
        card.body.addWidget(self.customer)
        return card


def _row(line: ConflictLine) -> RowItem:
    return RowItem(
        title=f"{line.label} · {line.full_name or grouped(line.number)}",
        detail=f"{line.holds.value} / {line.other.value}",
        side=text("ui.conflicts.settled") if line.settled else "",
        note=text("ui.conflicts.late") if line.settled and line.settled.too_late else "",
        tone=Tone.WARN if line.settled is None or line.settled.too_late else Tone.GOOD,
        value=line.conflict,
    )


def _lines(line: ConflictLine) -> list[Line]:
    whom = " · ".join(part for part in (line.full_name, grouped(line.number)) if part)
    return [
        Line(text("ui.conflicts.whom"), whom),
        Line(text("ui.conflicts.holds"), line.holds.value, strong=True),
        Line("", by_words(line.holds.by)),
        Line(text("ui.conflicts.other"), line.other.value, strong=True),
        Line("", by_words(line.other.by)),
    ]


def _note(line: ConflictLine) -> tuple[str, Tone]:
    if line.settled is not None:
        return settled_words(line), Tone.WARN if line.settled.too_late else Tone.GOOD
    if line.record:
        return text("ui.conflicts.third", record=line.record), Tone.WARN
    return text("ui.conflicts.how"), Tone.INFO
