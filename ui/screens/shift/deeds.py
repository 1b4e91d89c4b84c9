"""What is done to the drawer from its page, one command for each form; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.domain.drawer import Movement
from app.domain.identities import Clerk
from app.errors import UserError
from app.messages import text, text_for
from app.queries.standing import PrintedState
from app.services.cash import MoreThanTheBooksHold, MoveCash, MovedCash
from app.services.closing import ClosedShift
from app.services.four_eyes import Approval
from app.services.handing_over import HandOver
from app.services.shift_correcting import CorrectedShift, CorrectShift
from ui.changes import ChangeFeed, Topic
from ui.running import Runners
from ui.screens.shift.at_once import AtOnce, Prints
from ui.screens.shift.entered import MOVEMENTS, Deed, ShiftEntered
from ui.screens.shift.words import signed
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class Form(Protocol):
    """Where it was typed."""

    def refuse(self, field: str, sentence: str) -> None: ...
    def begin_anew(self) -> None: ...


class Does(Prints, Protocol):
    """The part of the desk that changes the drawer."""

    def new_command_id(self) -> bytes: ...
    def move_cash(self, command: MoveCash) -> MovedCash: ...
    def hand_over(self, command: HandOver) -> tuple[ClosedShift, Clerk]: ...
    def correct_shift(self, command: CorrectShift) -> CorrectedShift: ...
    def reprint_shift(self, number: str) -> tuple[PrintedState, ...]: ...
    def settle_shift_print(self, job: int, *, on_paper: bool) -> tuple[PrintedState, ...]: ...


class Deeds:
    """One at a time. ``doubted``: an amount that was refused once and counts if pressed again."""

    def __init__(
        self, form: Form, desk: Does, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._form = form
        self._desk = desk
        self._writing = runners.writing
        self._changes = changes
        self._shell = shell
        self.at_once = AtOnce(desk, runners, shell)
        self._busy = False
        self._command_id = desk.new_command_id()
        self.doubted: int | None = None

    def do(self, entered: ShiftEntered, closed: str) -> None:
        """What the form says; ``closed`` is the shift that a correction is of."""
        if self._busy:
            return
        if entered.deed in MOVEMENTS:
            self._move(entered)
        elif entered.deed is Deed.HAND_OVER:
            self._hand_over(entered)
        else:
            self._correct(entered, closed)

    def copy(self, number: str) -> None:
        """A marked copy of a Z."""
        self._write(lambda: self._desk.reprint_shift(number), self._copied)

    def settle(self, job: int, *, on_paper: bool) -> None:
        """The clerk's word on a Z in doubt."""
        self._write(lambda: self._desk.settle_shift_print(job, on_paper=on_paper), self._copied)

    def _move(self, entered: ShiftEntered) -> None:
        amount = 0 if entered.deed is Deed.NO_SALE else entered.amount_vnd or 0
        command = MoveCash(
            self._command_id,
            MOVEMENTS[entered.deed],
            amount,
            entered.purpose,
            entered.reason,
            amount_confirmed=self.doubted == amount,
        )
        self._write(lambda: self._desk.move_cash(command), self._moved)

    def _hand_over(self, entered: ShiftEntered) -> None:
        if entered.amount_vnd is None:
            self._form.refuse("amount", text("ui.shift.count_first"))
            return
        taker = Approval(entered.approver, entered.pin)
        command = HandOver(self._command_id, entered.amount_vnd, taker)
        self._write(lambda: self._desk.hand_over(command), self._handed_over)

    def _correct(self, entered: ShiftEntered, number: str) -> None:
        if not number:
            self._form.refuse("", text("ui.shift.nothing_closed"))
            return
        second = Approval(entered.approver, entered.pin)
        command = CorrectShift(self._command_id, number, entered.reason, second, entered.amount_vnd)
        self._write(lambda: self._desk.correct_shift(command), self._corrected)

    def _moved(self, done: MovedCash) -> None:
        told = text(
            f"ui.shift.told.{done.movement}", amount_vnd=done.amount_vnd, reason=done.reason
        )
        self._again(told)
        without_sale = done.movement == Movement.NO_SALE
        by_hand = text("ui.shift.told.drawer_by_hand") if without_sale else ""
        self.at_once.open_drawer(told, by_hand=by_hand)

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
        self._shell.print_waiting()

    def _copied(self, _papers: tuple[PrintedState, ...]) -> None:
        self._busy = False
        self._changes.announce(Topic.PRINTS)
        self._shell.print_waiting()

    def _again(self, sentence: str) -> None:
        """Done: an empty form, and everybody who shows the drawer asks again."""
        self._busy = False
        self.doubted = None
        self._command_id = self._desk.new_command_id()
        self._form.begin_anew()
        self._changes.announce(Topic.SHIFT, Topic.STANDING)
        self._shell.tell(sentence, Tone.GOOD)

    def _write(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        if self._busy:
            return
        self._busy = True
        self._writing.run(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, MoreThanTheBooksHold):
            self.doubted = error.amount_vnd
        if isinstance(error, UserError):
            self._form.refuse(error.field, text_for(error))
        else:
            self._shell.fail(error)
