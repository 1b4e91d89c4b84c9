"""The list of complaints: how many press, choices, the cases with what presses first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.complaint_clock import Urgency
from app.domain.complaints import CaseState
from app.domain.item_code import grouped
from app.messages import text
from app.queries.complaints import CaseLine, CaseList
from ui.screens.complaints.presenter import ALL, OPEN, PRESSING, Wanted
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.choice import Choice
from ui.widgets.columns import Columns
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

_BESIDE = 820
_LEAST = (600, 430)
_ITEM_LENGTH = 13
_TONES = {
    Urgency.OVERDUE: Tone.BAD,
    Urgency.TODAY: Tone.BAD,
    Urgency.SOON: Tone.WARN,
    Urgency.SECOND_WARNING: Tone.WARN,
}


class ComplaintsView(Page):
    """Signals: ``wanted(Wanted)``, ``opened(number)``."""

    wanted = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self._head = Notice("", Tone.INFO)
        self.shown = Choice(
            text("ui.complaints.shown"),
            [(each, text(f"ui.complaints.shown.{each}")) for each in (OPEN, PRESSING, ALL)],
        )
        self.state = Choice(
            text("ui.complaints.state"),
            [("", text("ui.complaints.any_state"))]
            + [(state.value, text(f"complaint.state.{state}")) for state in CaseState],
        )
        self.owner = Choice(text("ui.complaints.owner"), [("", text("ui.complaints.everybody"))])
        self._owners: tuple[str, ...] = ()
        self.cases = RowList(text("ui.complaints.title"), lead=104)
        self._nothing = Text(text("ui.complaints.nothing"), "muted", wrap=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.setSpacing(px(12))
        page.addWidget(self._head)
        page.addWidget(self._card(), 1)
        for row in (self.shown, self.state, self.owner):
            row.changed.connect(lambda _value: self.wanted.emit(self.choices()))
            row.entered.connect(self.cases.setFocus)
        self.cases.opened.connect(self.opened)

    def fit(self, room: int) -> None:
        """The owners below with large text."""
        self._first.fit(room)

    def choices(self) -> Wanted:
        """What is chosen above the list."""
        return Wanted(self.shown.value(), self.state.value(), self.owner.value())

    def show_cases(self, found: CaseList) -> None:
        """The cases, and how many press."""
        pressing = found.overdue + found.today + found.soon
        self._head.say(
            text(
                "ui.complaints.counts",
                open=found.open,
                overdue=found.overdue,
                today=found.today,
                soon=found.soon,
            ),
            Tone.BAD if found.overdue else Tone.WARN if pressing else Tone.GOOD,
        )
        self._show_owners(found.owners)
        self.cases.set_rows([_row(line) for line in found.lines])
        self.cases.setVisible(bool(found.lines))
        self._nothing.setVisible(not found.lines)

    def _show_owners(self, owners: tuple[str, ...]) -> None:
        """The row of owners keeps its choice while more of them come along."""
        known = tuple(dict.fromkeys((*self._owners, *owners)))
        if known == self._owners:
            return
        chosen, self._owners = self.owner.value(), known
        self.owner.set_options(
            [("", text("ui.complaints.everybody")), *((name, name) for name in known)]
        )
        self.owner.set_value(chosen)

    def _card(self) -> Card:
        card = Card(text("ui.complaints.title"))
        self._first = Columns(_BESIDE)
        self._first.addWidget(self.shown, 2)
        self._first.addWidget(self.owner, 2)
        card.body.addLayout(self._first)
        card.body.addWidget(self.state)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.cases, 1)
        card.body.addStretch()
        return card


def _row(line: CaseLine) -> RowItem:
    item = grouped(line.item) if len(line.item) == _ITEM_LENGTH else line.item
    detail = (line.number, line.complainant, line.state_label, line.owner)
    return RowItem(
        title=" · ".join(part for part in (line.type_label, item) if part),
        detail=" · ".join(part for part in detail if part),
        lead=f"{line.due_on:%d/%m/%Y}",
        side=_days(line),
        note=text("complaint.timeliness.late") if line.timeliness == "late" else "",
        tone=_TONES.get(line.urgency, Tone.PLAIN),
        value=line.number,
    )


def _days(line: CaseLine) -> str:
    if line.urgency is Urgency.ANSWERED:
        return line.state_label
    if line.urgency is Urgency.TODAY:
        return text("ui.complaints.today")
    code = "ui.complaints.days_late" if line.days_left < 0 else "ui.complaints.days_left"
    return text(code, count=abs(line.days_left))
