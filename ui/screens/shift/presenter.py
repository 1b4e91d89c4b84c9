"""Decides what the page of cash and shift does: cash in and out, hand over, correct; X and Z.

Qt-free.
"""

from collections.abc import Callable
from typing import Protocol

from app.domain.identities import Clerk
from app.domain.shift_summary import CurrentShift, ShiftRow, ShiftSummary
from app.errors import UserError
from app.messages import text, text_for
from app.queries.standing import PrintedState
from app.services.cash import MoreThanTheBooksHold, MoveCash, MovedCash
from app.services.closing import ClosedShift, HandOver
from app.services.four_eyes import Approval
from app.services.shift_correcting import CorrectedShift, CorrectShift
from ui.changes import ChangeFeed, Topic
from ui.running import Latest, Runners
from ui.screens.shift.entered import MOVEMENTS, Deed, ShiftEntered
from ui.screens.shift.words import signed
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """What the page can show. ``entered`` is what stands in its form now."""

    def entered(self) -> ShiftEntered: ...
    def show_current(self, current: CurrentShift | None) -> None: ...
    def show_shifts(self, rows: tuple[ShiftRow, ...]) -> None: ...
    def show_summary(self, summary: ShiftSummary | None) -> None: ...
    def refuse(self, field: str, sentence: str) -> None: ...
    def begin_anew(self) -> None: ...


class Keeps(Protocol):
    """The part of the desk that keeps the drawer."""

    def new_command_id(self) -> bytes: ...
    def current_shift(self) -> CurrentShift | None: ...
    def shifts(self) -> tuple[ShiftRow, ...]: ...
    def shift_summary(self, number: str = "") -> ShiftSummary | None: ...
    def move_cash(self, command: MoveCash) -> MovedCash: ...
    def hand_over(self, command: HandOver) -> tuple[ClosedShift, Clerk]: ...
    def correct_shift(self, command: CorrectShift) -> CorrectedShift: ...
    def reprint_shift(self, number: str) -> tuple[PrintedState, ...]: ...


class ShiftPresenter:
    """``current`` is the open shift, ``chosen`` the number of the shift that is shown."""

    def __init__(
        self, view: View, desk: Keeps, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._looking = Latest(runners.reading)
        self._busy = False
        self._command_id = b""
        self._doubted: int | None = None
        self.current: CurrentShift | None = None
        self.rows: tuple[ShiftRow, ...] = ()
        self.chosen = ""
        self.stop = changes.subscribe(Topic.SHIFT, Topic.SHIPMENTS, then=self.reload)

    def begin(self) -> None:
        """Ask how the drawer stands."""
        self._command_id = self._desk.new_command_id()
        self.reload()

    def reload(self) -> None:
        """Something was booked."""
        self._runners.reading.run(
            lambda: (self._desk.current_shift(), self._desk.shifts()), self._came, self._shell.fail
        )

    def look(self, number: str) -> None:
        """Show X or Z of one shift."""
        self.chosen = number
        self._looking.run(
            lambda: self._desk.shift_summary(number), self._view.show_summary, self._shell.fail
        )

    def edited(self) -> None:
        """Another form, another doubt."""
        self._doubted = None

    @property
    def open_word(self) -> str:
        """What F12 does: open a shift, or close the open one."""
        return text("ui.shift.key_open" if self.current is None else "ui.shift.key_close")

    def go_on(self) -> None:
        """F12: to the page where the drawer is counted."""
        self._shell.open_count(opening=self.current is None)

    @property
    def closed_chosen(self) -> str:
        """The closed shift that is shown; else the one closed last; "" when there is none."""
        closed = [row.number for row in self.rows if row.closed_at is not None]
        return self.chosen if self.chosen in closed else (closed[0] if closed else "")

    def print_again(self) -> None:
        """A marked copy of the Z that is shown."""
        number = self.closed_chosen
        if number:
            self._write(lambda: self._desk.reprint_shift(number), self._copied)

    def submit(self) -> None:
        """Enter behind the last field."""
        entered = self._view.entered()
        if self._busy or (self.current is None and entered.deed is not Deed.CORRECT):
            return
        if entered.deed in MOVEMENTS:
            self._move(entered)
        elif entered.deed is Deed.HAND_OVER:
            self._hand_over(entered)
        else:
            self._correct(entered)

    def _move(self, entered: ShiftEntered) -> None:
        amount = 0 if entered.deed is Deed.NO_SALE else entered.amount_vnd or 0
        command = MoveCash(
            self._command_id,
            MOVEMENTS[entered.deed],
            amount,
            entered.purpose,
            entered.reason,
            amount_confirmed=self._doubted == amount,
        )
        self._write(lambda: self._desk.move_cash(command), self._moved)

    def _hand_over(self, entered: ShiftEntered) -> None:
        if entered.amount_vnd is None:
            self._view.refuse("amount", text("ui.shift.count_first"))
            return
        taker = Approval(entered.approver, entered.pin)
        command = HandOver(self._command_id, entered.amount_vnd, taker)
        self._write(lambda: self._desk.hand_over(command), self._handed_over)

    def _correct(self, entered: ShiftEntered) -> None:
        number = self.closed_chosen
        if not number:
            self._view.refuse("", text("ui.shift.nothing_closed"))
            return
        second = Approval(entered.approver, entered.pin)
        command = CorrectShift(self._command_id, number, entered.reason, second, entered.amount_vnd)
        self._write(lambda: self._desk.correct_shift(command), self._corrected)

    def _moved(self, done: MovedCash) -> None:
        self._again(
            text(f"ui.shift.told.{done.movement}", amount_vnd=done.amount_vnd, reason=done.reason)
        )

    def _handed_over(self, done: tuple[ClosedShift, Clerk]) -> None:
        closed, taker = done
        self._again("")
        self._shell.seat(taker)
        self._shell.finish()
        difference = signed(closed.difference_vnd)
        tone = Tone.WARN if closed.difference_vnd else Tone.GOOD
        self._shell.tell(
            text("ui.shift.told.handed_over", clerk=taker.name, difference=difference), tone
        )
        self._shell.print_waiting()

    def _corrected(self, done: CorrectedShift) -> None:
        self._again(
            text(
                "ui.shift.told.corrected",
                shift=done.shift,
                counted_vnd=done.counted_vnd,
                difference=signed(done.difference_vnd),
            )
        )

    def _copied(self, _papers: tuple[PrintedState, ...]) -> None:
        self._busy = False
        self._shell.print_waiting()

    def _again(self, sentence: str) -> None:
        """Done: an empty form, and everybody who shows the drawer asks again."""
        self._busy = False
        self._doubted = None
        self._command_id = self._desk.new_command_id()
        self._view.begin_anew()
        self._changes.announce(Topic.SHIFT, Topic.STANDING)
        self._shell.tell(sentence, Tone.GOOD)

    def _write(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        if self._busy:
            return
        self._busy = True
        self._runners.writing.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, MoreThanTheBooksHold):
            self._doubted = error.amount_vnd
        if isinstance(error, UserError):
            self._view.refuse(error.field, text_for(error))
        else:
            self._shell.fail(error)

    def _came(self, found: tuple[CurrentShift | None, tuple[ShiftRow, ...]]) -> None:
        self.current, self.rows = found
        numbers = [row.number for row in self.rows]
        if self.chosen not in numbers:
            self.chosen = numbers[0] if numbers else ""
        self._view.show_current(self.current)
        self._view.show_shifts(self.rows)
        self._shell.refresh_keys()
        if self.chosen:
            self.look(self.chosen)
        else:
            self._view.show_summary(None)
