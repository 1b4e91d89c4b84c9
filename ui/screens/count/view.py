"""The page of counting: rows at the left, the shift in the middle, hours and the way on right."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from app.domain.shift_summary import ClosingNotes, ShiftSummary
from app.messages import text
from app.queries.standing import PrintedState
from app.services.closing import ClosedShift, CountedDrawer
from ui.screens.count.compare_panel import ComparePanel
from ui.screens.count.count_panel import CountPanel
from ui.screens.count.done_panel import DonePanel
from ui.screens.count.entered import CloseEntered, CountEntered
from ui.screens.count.presenter import Phase
from ui.screens.count.side_panel import SidePanel
from ui.screens.count.work_panel import WorkPanel
from ui.style.metrics import px
from ui.style.tokens import Tone
from ui.widgets.card import Card
from ui.widgets.columns import Columns
from ui.widgets.labels import Text
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.widgets.steps import Steps

_BESIDE = 760
_LEAST = (600, 430)
_ROOMY = 1180
_STEPS = ("papers", "count", "compare", "print")
_NOW = {Phase.COUNT: 1, Phase.COMPARE: 2, Phase.DONE: 4}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CountView(Page):
    """Signals: ``edited``: the count was typed at; ``went_on``: Enter behind the last field."""

    edited = Signal()
    went_on = Signal()

    def __init__(self) -> None:
        super().__init__(_LEAST)
        self.steps = Steps([text(f"ui.count.step.{step}") for step in _STEPS])
        self.count = CountPanel()
        self.compare = ComparePanel()
        self.done = DonePanel()
        self.work = WorkPanel()
        self.side = SidePanel()
        self._opening = False
        self._head = Text("", "head", wrap=True)
        self._trouble = Notice("", Tone.BAD)
        self._stack = QStackedWidget()
        for panel in (self.count, Scroll(self.compare, least=200), self.done):
            self._stack.addWidget(panel)
        self.columns = row = Columns(_BESIDE)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        self.setLayout(row)
        self._left = self._card()
        row.addWidget(self._left)
        self._read = Columns(_ROOMY)
        self._read.addWidget(self.work, 1)
        self._read.addWidget(self.side)
        row.addLayout(self._read, 1)
        self.count.edited.connect(self.edited)
        self.count.finished.connect(self._counted)
        self.side.received.edited.connect(lambda _words: self.edited.emit())
        for told in (self.compare.finished, self.side.received.entered, self.side.pressed):
            told.connect(self.went_on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fit(_ROOMY)

    def entered(self) -> CountEntered:
        """What was counted so far; of a float, what of it came from the treasury."""
        counted = self.count.entered()
        received = self.side.received.number() if self._opening else None
        return replace(counted, received_vnd=received)

    def closing(self) -> CloseEntered:
        """What stands beside the comparison."""
        return self.compare.entered()

    def show_phase(self, phase: Phase, *, opening: bool) -> None:
        """Another step; the focus goes to where it begins."""
        self._stack.setCurrentIndex(list(Phase).index(phase))
        self.steps.setVisible(not opening)
        self.steps.set_now(_NOW[phase])
        self._opening = opening
        self._head.setText(text("ui.count.open_head" if opening else f"ui.count.head.{phase}"))
        self._trouble.say("", Tone.BAD)
        self.compare.clear_problems()
        self.work.set_opening(opening=opening)
        self.side.show_phase(phase, opening=opening)
        self.focus_phase()

    def focus_phase(self) -> None:
        """Where work begins or was left."""
        if self._stack.currentIndex() == 0:
            self.count.go_to_first_missing()
        elif self._stack.currentIndex() == 1:
            self.compare.setFocus()
        else:
            self.setFocus()

    def show_count(self, entered: CountEntered, missing: str) -> None:
        """Amounts beside the rows; what is missing below the way on."""
        self.count.show_amounts(entered)
        self.side.show_missing(missing)

    def show_summary(self, summary: ShiftSummary, notes: ClosingNotes) -> None:
        """What the shift did."""
        self.work.show_summary(summary, notes)
        self.side.show_summary(summary, notes)

    def show_compared(self, done: CountedDrawer) -> None:
        """The count against the books."""
        self.compare.show_compared(done)
        self.side.show_missing("")

    def show_closed(self, done: ClosedShift, papers: tuple[PrintedState, ...]) -> None:
        """The Z."""
        self.done.show_closed(done, papers)

    def refuse(self, field: str, sentence: str) -> None:
        """Beside its field, or below the head where it is about none."""
        at_compare = self._stack.currentIndex() == 1
        if not (at_compare and self.compare.refuse(field, sentence)):
            self._trouble.say(sentence, Tone.BAD)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on where no field has it."""
        if event.key() in _ENTER:
            self.went_on.emit()
        else:
            super().keyPressEvent(event)

    def fit(self, room: int) -> None:
        """With large text on a small screen what is only read stands below."""
        self._read.fit(room)
        self._read.hold(self.side, 320)
        self.side.fit(roomy=room >= _BESIDE)
        self.columns.hold(self._left, 450 if room >= _ROOMY else 400)

    def _counted(self) -> None:
        """Behind the last row: a float has one more question."""
        if self._opening:
            self.side.received.setFocus()
        else:
            self.went_on.emit()

    def _card(self) -> Card:
        card = Card()
        card.body.setSpacing(px(8))
        card.body.addWidget(self.steps)
        card.body.addWidget(self._head)
        card.body.addWidget(self._trouble)
        card.body.addWidget(self._stack, 1)
        return card
