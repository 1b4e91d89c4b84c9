"""Use cases: count the drawer blind, close the shift with that count, hand the drawer over.

Closing is never refused over money: a difference is recorded as it is, agreed to or in dispute.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.clock import utc
from app.domain import accounts
from app.domain.drawer import AmountImpossible, Count, check_count
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.journal.kinds.shifts import (
    AccountSum,
    KindSum,
    ShiftClosed,
    ShiftCounted,
    ShiftOpened,
)
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_text
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.services.shifts import legs, notes_of, open_or_refuse
from app.store.books import head
from app.store.drawer import (
    StoredShift,
    account_sums,
    cash_in_drawer,
    count_body,
    kind_sums,
    newest_count,
    shift_by_number,
)
from app.store.prints import Paper, owe
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_REMARK = 300


@dataclass(eq=False)
class RemarkUnusable(TextUnusable):
    code: ClassVar[str] = "shift.remark_unusable"
    field: ClassVar[str] = "remark"


@dataclass(eq=False)
class NothingCounted(UserError):
    """A shift is closed by a count; an empty drawer is counted with 0, too."""

    code: ClassVar[str] = "shift.nothing_counted"
    field: ClassVar[str] = "count"


@dataclass(eq=False)
class CountOutdated(UserError):
    """Cash moved after the count: it says nothing of the drawer any more."""

    code: ClassVar[str] = "shift.count_outdated"
    field: ClassVar[str] = "count"


@dataclass(frozen=True, slots=True)
class CountDrawer:
    """All that lies in the drawer, counted without knowing what the books expect."""

    command_id: bytes
    count: Count


@dataclass(frozen=True, slots=True)
class CountedDrawer:
    """What the count came to, and only now what the books expected."""

    shift: str
    ordinal: int
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int


@dataclass(frozen=True, slots=True)
class CloseShift:
    """``count`` None closes with the last count on record.

    ``deposited_vnd`` goes to the treasury, the rest stays as the next float. ``approval`` is a
    supervisor who agrees to the difference; without it the shift closes with it in dispute.
    """

    command_id: bytes
    count: Count | None = None
    deposited_vnd: int = 0
    remark: str = ""
    approval: Approval | None = None


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """``agreed_by`` is "" where nothing had to be agreed to, or nobody did."""

    shift: str
    z_number: int
    closed_at: datetime
    counted_vnd: int
    expected_vnd: int
    difference_vnd: int
    deposited_vnd: int
    left_vnd: int
    agreed_by: str
    next_shift: str = ""


def count_drawer(command: CountDrawer, uow: UnitOfWork, clerk: Clerk) -> CountedDrawer:
    """Record a count for ever, then tell. Raises ShiftNotOpen and those of ``check_count``."""
    require(clerk, Act.CLOSE_SHIFT)
    check_count(command.count)
    with uow:
        if booked := uow.booked_by(command.command_id):
            body = booked_body(booked[0], ShiftCounted)
        else:
            shift = open_or_refuse(uow)
            body = counted_now(uow, shift, command.count, clerk)
            uow.record([body], command_id=command.command_id, clerk=clerk.id)
            uow.commit()
    return CountedDrawer(
        body.shift, body.ordinal, body.counted_vnd, body.expected_vnd, body.difference_vnd
    )


def close_shift(command: CloseShift, uow: UnitOfWork, clerk: Clerk) -> ClosedShift:
    """Freeze the shift, number its Z and queue it for print.

    Raises ShiftNotOpen, NothingCounted, CountOutdated, AmountImpossible, RemarkUnusable, those of
    ``check_count`` and, with an approval, of ``approved_by``.
    """
    require(clerk, Act.CLOSE_SHIFT)
    if command.count is not None:
        check_count(command.count)
    agreed = _agreeing(command, uow)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return closed_before(uow, booked)
        shift = open_or_refuse(uow)
        counted = _count_of(uow, shift, command.count, clerk)
        remark = read_text(command.remark, LONGEST_REMARK, RemarkUnusable)
        way = Way("counted", command.deposited_vnd, remark, agreed)
        fact = closing_fact(uow, shift, counted, way, clerk)
        facts: list[Body] = [fact] if command.count is None else [counted, fact]
        book(uow, facts, fact, command.command_id, clerk)
        return told(shift_by_number(uow.connection, fact.shift))


@dataclass(frozen=True, slots=True)
class Way:
    """How a shift is closed."""

    closing: str
    deposited_vnd: int
    remark: str
    agreed: Clerk | None


def _agreeing(command: CloseShift, uow: UnitOfWork) -> Clerk | None:
    if command.approval is None:
        return None
    return approved_by(command.approval, Act.AGREE_DIFFERENCE, uow)


def _count_of(
    uow: UnitOfWork, shift: StoredShift, count: Count | None, clerk: Clerk
) -> ShiftCounted:
    if count is not None:
        return counted_now(uow, shift, count, clerk)
    last = newest_count(uow.connection, shift.number)
    if last is None:
        raise NothingCounted
    if last.expected_vnd != cash_in_drawer(uow.connection, shift.drawer):
        raise CountOutdated
    return count_body(last.detail)


def counted_now(uow: UnitOfWork, shift: StoredShift, count: Count, clerk: Clerk) -> ShiftCounted:
    last = newest_count(uow.connection, shift.number)
    expected = cash_in_drawer(uow.connection, shift.drawer)
    return ShiftCounted(
        shift=shift.number,
        ordinal=last.ordinal + 1 if last else 1,
        notes=notes_of(count),
        loose_vnd=count.loose_vnd,
        counted_vnd=count.total_vnd,
        expected_vnd=expected,
        difference_vnd=count.total_vnd - expected,
        clerk_name=clerk.name,
    )


def closing_fact(
    uow: UnitOfWork, shift: StoredShift, counted: ShiftCounted, way: Way, clerk: Clerk
) -> ShiftClosed:
    if not 0 <= way.deposited_vnd <= counted.counted_vnd:
        raise AmountImpossible(amount_vnd=way.deposited_vnd)
    stands = head(uow.connection)
    assert stands is not None, "the shift was opened by an entry"
    first, last = shift.opened_seq, stands[0].seq
    station = here(uow.connection)
    difference = counted.difference_vnd
    agreed = way.agreed if difference else None
    return ShiftClosed(
        shift=shift.number,
        z_number=shift.serial,
        closing=way.closing,
        counts=counted.ordinal,
        notes=counted.notes,
        loose_vnd=counted.loose_vnd,
        counted_vnd=counted.counted_vnd,
        expected_vnd=counted.expected_vnd,
        difference_vnd=difference,
        remark=way.remark,
        agreed_by=agreed.id if agreed else 0,
        agreed_by_name=agreed.name if agreed else "",
        deposited_vnd=way.deposited_vnd,
        left_vnd=counted.counted_vnd - way.deposited_vnd,
        opened_seq=first,
        head_seq=last,
        head_hash=stands[0].hash,
        accounts=[AccountSum(*s) for s in account_sums(uow.connection, first, last).items()],
        kinds=[KindSum(*each) for each in kind_sums(uow.connection, station, first, last)],
        clerk_name=clerk.name,
        counter=station.counter,
        postings=legs(
            (accounts.DRAWER, difference - way.deposited_vnd),
            (accounts.CASH_DIFFERENCE, -difference),
            (accounts.TREASURY, way.deposited_vnd),
        ),
    )


def book(
    uow: UnitOfWork, facts: list[Body], closing: ShiftClosed, command_id: bytes, clerk: Clerk
) -> None:
    uow.record(facts, command_id=command_id, clerk=clerk.id)
    owe(uow.connection, [Paper("shift", closing.shift)], uow.now_ms)
    uow.commit()


def closed_before(uow: UnitOfWork, booked: tuple[Entry, ...]) -> ClosedShift:
    closing = next((each for each in booked if each.kind == ShiftClosed.NUMBER), None)
    if closing is None:
        raise CommandIdTaken
    stored = shift_by_number(uow.connection, booked_body(closing, ShiftClosed).shift)
    opened = [booked_body(each, ShiftOpened) for each in booked if each.kind == ShiftOpened.NUMBER]
    return told(stored, opened[0].shift if opened else "")


def told(stored: StoredShift, next_shift: str = "") -> ClosedShift:
    assert stored.closed_ms is not None, "comes with the close"
    body = stored.closing_entry
    return ClosedShift(
        shift=stored.number,
        z_number=body.z_number,
        closed_at=utc(stored.closed_ms),
        counted_vnd=body.counted_vnd,
        expected_vnd=body.expected_vnd,
        difference_vnd=body.difference_vnd,
        deposited_vnd=body.deposited_vnd,
        left_vnd=body.left_vnd,
        agreed_by=body.agreed_by_name,
        next_shift=next_shift,
    )
