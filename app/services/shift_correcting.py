"""Use case: put the count of a closed shift right, by two people of whom one is a supervisor."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain import accounts
from app.domain.drawer import Count, check_count
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.kinds.documents import DocumentCopied
from app.journal.kinds.shifts import ShiftCorrected
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_needed
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, may
from app.services.shifts import legs
from app.store.drawer import StoredShift, correction_number, corrections_of, shift_by_number
from app.store.prints import Paper, owe
from app.store.uow import UnitOfWork

LONGEST_REASON = 300


@dataclass(eq=False)
class CorrectionReasonUnusable(TextUnusable):
    """Empty counts too: nothing is corrected without a reason on record."""

    code: ClassVar[str] = "shift.reason_unusable"
    field: ClassVar[str] = "reason"


@dataclass(eq=False)
class ShiftStillOpen(UserError):
    """What is not closed is not corrected: it is counted again."""

    code: ClassVar[str] = "shift.still_open"
    field: ClassVar[str] = "shift"
    shift: str


@dataclass(frozen=True, slots=True)
class CorrectShift:
    """``counted_vnd`` is what had really been there; None agrees to the difference as it stands.

    ``approval`` is the second person: a supervisor, or anybody when a supervisor corrects.
    """

    command_id: bytes
    shift: str
    reason: str
    approval: Approval
    counted_vnd: int | None = None


@dataclass(frozen=True, slots=True)
class CorrectedShift:
    shift: str
    position: int
    counted_was_vnd: int
    counted_vnd: int
    difference_vnd: int
    approved_by: str


def correct_shift(command: CorrectShift, uow: UnitOfWork, clerk: Clerk) -> CorrectedShift:
    """With a slip for both to sign.

    Raises ShiftUnknown, ShiftStillOpen, CorrectionReasonUnusable, those of ``check_count`` and of
    ``approved_by``.
    """
    if command.counted_vnd is not None:
        check_count(Count(loose_vnd=command.counted_vnd))
    act = Act.WITNESS_CORRECTION if may(clerk, Act.CORRECT_SHIFT) else Act.CORRECT_SHIFT
    approver = approved_by(command.approval, act, uow, other_than=clerk)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _answer(_same(booked_body(booked[0], ShiftCorrected), command))
        stored = shift_by_number(uow.connection, command.shift)
        if stored.is_open:
            raise ShiftStillOpen(shift=stored.number)
        position = corrections_of(uow.connection, stored.number) + 1
        fact = _correction(command, stored, position, clerk, approver)
        slip = _slip(fact)
        uow.record([fact, slip], command_id=command.command_id, clerk=clerk.id)
        owe(uow.connection, [Paper("shift_correction", slip.subject)], uow.now_ms)
        uow.commit()
    return _answer(fact)


def _slip(fact: ShiftCorrected) -> DocumentCopied:
    return DocumentCopied(
        document="shift_correction",
        subject=correction_number(fact.shift, fact.position),
        receipt=fact.shift,
        copy_number=0,
        clerk_name=fact.clerk_name,
    )


def _correction(
    command: CorrectShift, stored: StoredShift, position: int, clerk: Clerk, approver: Clerk
) -> ShiftCorrected:
    assert stored.counted_vnd is not None, "comes with the close"
    assert stored.difference_vnd is not None, "comes with the close"
    was = stored.counted_vnd
    now = was if command.counted_vnd is None else command.counted_vnd
    return ShiftCorrected(
        shift=stored.number,
        position=position,
        counted_was_vnd=was,
        counted_vnd=now,
        difference_vnd=stored.difference_vnd + now - was,
        reason=read_needed(command.reason, LONGEST_REASON, CorrectionReasonUnusable),
        clerk_name=clerk.name,
        approved_by=approver.id,
        approved_by_name=approver.name,
        postings=legs((accounts.DRAWER, now - was), (accounts.CASH_DIFFERENCE, was - now)),
    )


def _same(before: ShiftCorrected, command: CorrectShift) -> ShiftCorrected:
    if before.shift != command.shift:
        raise CommandIdTaken
    return before


def _answer(fact: ShiftCorrected) -> CorrectedShift:
    return CorrectedShift(
        shift=fact.shift,
        position=fact.position,
        counted_was_vnd=fact.counted_was_vnd,
        counted_vnd=fact.counted_vnd,
        difference_vnd=fact.difference_vnd,
        approved_by=fact.approved_by_name,
    )
