"""Decides what the page of one complaint shows and does; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.domain.complaints import Step
from app.domain.identities import Clerk
from app.errors import UserError
from app.messages import text
from app.queries.case_pages import CasePage
from app.queries.standing import PrintedState
from app.services.complaint_steps import SteppedCase, TakeStep
from app.services.deciding import DecideComplaint, Floor
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.field_problems import FieldProblems, FormView
from ui.running import Latest, Runners
from ui.screens.case.stepping import FIELDS, Command, Entered, command_of
from ui.shell.handle import Shell
from ui.style.tokens import Tone

KeepPapers = Callable[[str, tuple[PrintedState, ...]], None]
"""Told the number of the case and what of its slip is on paper."""


class View(FormView, Protocol):
    """What the page can show."""

    def show_page(self, page: CasePage, papers: tuple[PrintedState, ...]) -> None: ...
    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None: ...
    def show_floor(self, floor: Floor | None) -> None: ...
    def begin_step(self) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


class CasePresenter:
    """One case; each step names the state that the page shows."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._floors = Latest(runners.reading)
        self._changes = changes
        self._shell = shell
        self._problems = FieldProblems(view, FIELDS)
        self._number = ""
        self._command_id = desk.new_command_id()
        self._entered = Entered()
        self._busy = False
        self.page: CasePage | None = None
        self.keep_papers: KeepPapers = _nobody
        self.stop = changes.subscribe(Topic.COMPLAINTS, Topic.PRINTS, then=self.reload)

    def open(self, number: str) -> None:
        """Show the case with this number."""
        self._number = number
        self._runners.reading.run(self._desk.clerks, self._view.show_clerks, self._shell.fail)
        self.reload()

    def reload(self) -> None:
        """Something about it has changed, here or elsewhere."""
        number = self._number
        self._runners.reading.run(
            lambda: (self._desk.complaint(number), self._desk.complaint_papers(number)),
            self._show,
            self._shell.fail,
        )

    @property
    def is_touched(self) -> bool:
        """Words or an amount stand in the fields of a step not taken."""
        return bool(self._entered.words or self._entered.compensation_vnd)

    @property
    def step(self) -> Step | None:
        """What F12 does now; None when nothing is left to do."""
        steps = self.page.steps if self.page else ()
        return next((step for step in steps if step == self._entered.step), None)

    def changed(self, entered: Entered) -> None:
        """The clerk typed or chose."""
        before, self._entered = self._entered, entered
        if (before.step, before.actual_loss_vnd) != (entered.step, entered.actual_loss_vnd):
            self._ask_floor()
        self._problems.recheck({})
        self._shell.refresh_keys()

    def take(self) -> None:
        """Take the step that the fields describe."""
        page, step = self.page, self.step
        if self._busy or page is None or step is None:
            return
        command = command_of(self._command_id, self._number, page.line.state, self._entered)
        self._set_busy(busy=True)
        self._runners.writing.run(lambda: self._run(step, command), self._taken, self._failed)

    def _run(self, step: Step, command: Command) -> SteppedCase:
        if isinstance(command, TakeStep):
            return self._desk.take_step(step, command)
        if isinstance(command, DecideComplaint):
            return self._desk.decide_complaint(command)
        return self._desk.pay_compensation(command)

    def _show(self, found: tuple[CasePage, tuple[PrintedState, ...]]) -> None:
        self.page, papers = found
        self.keep_papers(self._number, papers)
        self._view.show_page(*found)
        self._shell.refresh_keys()

    def _taken(self, done: SteppedCase) -> None:
        self._set_busy(busy=False)
        self._command_id = self._desk.new_command_id()
        self._entered = Entered()
        self._problems.show_all({})
        self._view.begin_step()
        state = text(f"complaint.state.{done.state}")
        self._changes.announce(Topic.COMPLAINTS, Topic.STANDING)
        self._shell.tell(text("ui.case.taken", number=done.number, state=state), Tone.GOOD)

    def _ask_floor(self) -> None:
        if self._entered.step != Step.DECIDE:
            self._view.show_floor(None)
            return
        number, loss_vnd = self._number, self._entered.actual_loss_vnd or 0
        self._floors.run(
            lambda: self._desk.compensation_floor(number, loss_vnd),
            self._view.show_floor,
            self._failed,
        )

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy=busy)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, UserError):
            self._shell.fail(error)
            return
        name = self._problems.refuse(error)
        if name is not None:
            self._view.go_to(name)


def _nobody(_number: str, _papers: tuple[PrintedState, ...]) -> None:
    """Until someone wants to know of them."""
