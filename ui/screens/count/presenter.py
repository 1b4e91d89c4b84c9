"""Decides what the page of counting does: count blind, compare, close; or open with a float.

Qt-free. No amount of the books is on the page before the count is on record.
"""

from enum import StrEnum
from typing import Protocol

from app.domain.shift_summary import ClosingNotes, ShiftSummary
from app.errors import UserError
from app.messages import text, text_for
from app.queries.standing import PrintedState
from app.services.closing import ClosedShift, CloseShift, CountDrawer, CountedDrawer
from app.services.four_eyes import Approval
from app.services.shifts import OpenedShift, OpenShift
from ui.changes import ChangeFeed, Topic
from ui.running import Runners
from ui.screens.count.entered import CloseEntered, CountEntered, missing_words
from ui.screens.count.z_papers import Prints, ZPapers
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class Phase(StrEnum):
    """Where one is."""

    COUNT = "count"
    COMPARE = "compare"
    DONE = "done"


class View(Protocol):
    """What the page can show. ``entered`` and ``closing`` are what stands in its fields now."""

    def entered(self) -> CountEntered: ...
    def closing(self) -> CloseEntered: ...
    def show_phase(self, phase: Phase, *, opening: bool) -> None: ...
    def show_count(self, entered: CountEntered, missing: str) -> None: ...
    def show_summary(self, summary: ShiftSummary, notes: ClosingNotes) -> None: ...
    def show_compared(self, done: CountedDrawer) -> None: ...
    def show_closed(self, done: ClosedShift, papers: tuple[PrintedState, ...]) -> None: ...
    def refuse(self, field: str, sentence: str) -> None: ...


class Keeps(Prints, Protocol):
    """The part of the desk that keeps the drawer."""

    def new_command_id(self) -> bytes: ...
    def shift_summary(self, number: str = "") -> ShiftSummary | None: ...
    def closing_notes(self) -> ClosingNotes: ...
    def open_shift(self, command: OpenShift) -> OpenedShift: ...
    def count_drawer(self, command: CountDrawer) -> CountedDrawer: ...
    def close_shift(self, command: CloseShift) -> ClosedShift: ...


class CountPresenter:
    """A count that was recorded stays, whatever is done after it."""

    def __init__(
        self, view: View, desk: Keeps, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._busy = False
        self._command_id = b""
        self.phase = Phase.COUNT
        self.opening = False
        self.compared: CountedDrawer | None = None
        self.z = ZPapers(desk, runners, shell, view.show_closed)
        self.stop = changes.subscribe(Topic.PRINTS, then=self.z.look)

    def begin(self, *, opening: bool) -> None:
        """Ready to count: the float of a new shift, or the drawer of the open one."""
        self.opening = opening
        self._command_id = self._desk.new_command_id()
        self._go(Phase.COUNT)
        self.edited()
        if not opening:
            self._look()

    def edited(self) -> None:
        """Something was typed into the count."""
        entered = self._view.entered()
        self._view.show_count(entered, self.missing)
        self._shell.refresh_keys()

    @property
    def missing(self) -> str:
        """What the next step still waits for; "" when it can be taken."""
        if self.phase is not Phase.COUNT or self.opening:
            return ""
        words = missing_words(self._view.entered().missing)
        return text("ui.count.still_missing", what=words) if words else ""

    def go_on(self) -> None:
        """F12: compare, close, next customer; or open."""
        if self._busy:
            return
        if self.phase is Phase.DONE:
            self._shell.finish()
        elif self.missing:
            self._shell.tell(self.missing, Tone.WARN)
        elif self.phase is Phase.COMPARE:
            self._close()
        elif self.opening:
            self._open()
        else:
            self._compare()

    def recount(self) -> bool:
        """Esc after the comparison: count once more; both counts stay on record."""
        if self.phase is not Phase.COMPARE or self._busy:
            return False
        self._command_id = self._desk.new_command_id()
        self._go(Phase.COUNT)
        self.edited()
        return True

    def _compare(self) -> None:
        self._busy = True
        command = CountDrawer(self._command_id, self._view.entered().count())
        self._runners.writing.run(
            lambda: self._desk.count_drawer(command), self._counted, self._failed
        )

    def _counted(self, done: CountedDrawer) -> None:
        self._busy = False
        self.compared = done
        self._command_id = self._desk.new_command_id()
        self._view.show_compared(done)
        self._go(Phase.COMPARE)
        self._changes.announce(Topic.SHIFT, Topic.STANDING)
        self._look()

    def _close(self) -> None:
        self._busy = True
        typed = self._view.closing()
        command = CloseShift(
            self._command_id,
            None,
            typed.deposited_vnd or 0,
            typed.remark,
            Approval(typed.approver, typed.pin) if typed.approver or typed.pin else None,
        )
        self._runners.writing.run(
            lambda: self._desk.close_shift(command), self._was_closed, self._failed
        )

    def _was_closed(self, done: ClosedShift) -> None:
        self._busy = False
        self._go(Phase.DONE)
        self._changes.announce(Topic.SHIFT, Topic.STANDING)
        self.z.begin(done)

    def _open(self) -> None:
        self._busy = True
        entered = self._view.entered()
        command = OpenShift(self._command_id, entered.count(), entered.received_vnd)
        self._runners.writing.run(
            lambda: self._desk.open_shift(command), self._was_opened, self._failed
        )

    def _was_opened(self, done: OpenedShift) -> None:
        self._busy = False
        self._changes.announce(Topic.SHIFT, Topic.STANDING)
        self._shell.finish()
        code = "ui.count.opened_odd" if done.difference_vnd else "ui.count.opened"
        tone = Tone.WARN if done.difference_vnd else Tone.GOOD
        said = text(
            code,
            shift=done.shift,
            float_vnd=done.float_vnd,
            difference_vnd=done.difference_vnd,
        )
        self._shell.tell(said, tone)

    def _look(self) -> None:
        """What the shift did, and what to look at; the money only once it may be seen."""

        def came(found: tuple[ShiftSummary | None, ClosingNotes]) -> None:
            summary, notes = found
            if summary is not None:
                shown = summary if self.compared is not None else summary.blind()
                self._view.show_summary(shown, notes)

        self._runners.reading.run(
            lambda: (self._desk.shift_summary(), self._desk.closing_notes()),
            came,
            self._shell.fail,
        )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UserError):
            self._view.refuse(error.field, text_for(error))
        else:
            self._shell.fail(error)

    def _go(self, phase: Phase) -> None:
        self.phase = phase
        self._view.show_phase(phase, opening=self.opening)
        self._shell.refresh_keys()
