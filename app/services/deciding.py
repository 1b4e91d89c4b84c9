"""Use cases: decide a complaint, with a floor under its compensation, and pay what was decided."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.clock import utc
from app.domain import accounts
from app.domain.calendar import local_day
from app.domain.complaint_clock import compensation_floor
from app.domain.complaints import CaseState, Outcome, Payer, Step
from app.domain.identities import Clerk
from app.domain.reference.book import ReferenceBook
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.complaints import ComplaintCompensated, ComplaintDecided
from app.services.commands import CommandIdTaken
from app.services.complaint_steps import SteppedCase, begin, booked_step, noted
from app.services.entering import TextUnusable, read_needed
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.services.shifts import shift_facts
from app.store.complaints import StoredComplaint, complaint_by_number
from app.store.reference import reference_book
from app.store.sales import item_by_code
from app.store.uow import UnitOfWork

LONGEST_REASON = 2000
LARGEST_VND = 10_000_000_000


@dataclass(frozen=True, slots=True, repr=False)
class DecideComplaint:
    """The answer. ``actual_loss_vnd`` matters for items with a declared value."""

    command_id: bytes
    number: str
    expects: str
    outcome: str
    reason: str
    compensation_vnd: int = 0
    actual_loss_vnd: int = 0


@dataclass(frozen=True, slots=True)
class PayCompensation:
    """Give the decided compensation out of the drawer, or note that the centre pays it."""

    command_id: bytes
    number: str
    expects: str
    payer: str
    approval: Approval


@dataclass(frozen=True, slots=True)
class Floor:
    """What the rules give for an item: ``floor_vnd`` at least, ``ceiling_vnd`` at most or None."""

    rules: str
    postage_vnd: int
    declared_vnd: int
    floor_vnd: int
    ceiling_vnd: int | None


@dataclass(eq=False)
class OutcomeUnknown(UserError):
    code: ClassVar[str] = "complaint.outcome_unknown"
    field: ClassVar[str] = "outcome"


@dataclass(eq=False)
class DecisionReasonMissing(TextUnusable):
    code: ClassVar[str] = "complaint.decision_reason"
    field: ClassVar[str] = "reason"


@dataclass(eq=False)
class BelowFloor(UserError):
    """The rules give at least ``floor_vnd``: a floor, not a proposal."""

    code: ClassVar[str] = "complaint.below_floor"
    field: ClassVar[str] = "compensation"
    floor_vnd: int


@dataclass(eq=False)
class AboveDeclared(UserError):
    """A declared item is worth its actual loss, up to what was declared."""

    code: ClassVar[str] = "complaint.above_declared"
    field: ClassVar[str] = "compensation"
    ceiling_vnd: int


@dataclass(eq=False)
class RejectedWithMoney(UserError):
    code: ClassVar[str] = "complaint.rejected_with_money"
    field: ClassVar[str] = "compensation"


@dataclass(eq=False)
class AmountImpossible(UserError):
    """Negative, or digits too many."""

    code: ClassVar[str] = "complaint.amount_impossible"
    field: ClassVar[str] = "compensation"


@dataclass(eq=False)
class PayerUnknown(UserError):
    code: ClassVar[str] = "complaint.payer_unknown"
    field: ClassVar[str] = "payer"


@dataclass(eq=False)
class NothingToPay(UserError):
    """No compensation was decided, or it was paid before."""

    code: ClassVar[str] = "complaint.nothing_to_pay"


def decide_complaint(command: DecideComplaint, uow: UnitOfWork, clerk: Clerk) -> SteppedCase:
    """The supervisor's answer and its reason. It stops the legal clock.

    Raises NotPermitted, the refusals above and those of ``begin``.
    """
    require(clerk, Act.DECIDE_COMPLAINT)
    outcome = _outcome(command.outcome)
    reason = read_needed(command.reason, LONGEST_REASON, DecisionReasonMissing)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _again(uow, command.number, booked_step(booked, ComplaintDecided).number)
        stored = begin(uow.connection, Step.DECIDE, command.number, command.expects)
        floor = floor_of(uow.connection, stored, command.actual_loss_vnd, uow.now_ms)
        _check_amount(command, outcome, floor)
        fact = ComplaintDecided(
            number=stored.number,
            was=stored.state,
            outcome=outcome,
            postage_vnd=floor.postage_vnd,
            declared_vnd=floor.declared_vnd,
            actual_loss_vnd=command.actual_loss_vnd,
            floor_vnd=floor.floor_vnd if outcome is Outcome.UPHELD else 0,
            compensation_vnd=command.compensation_vnd,
            rules=floor.rules,
            decided_on=local_day(utc(uow.now_ms)).isoformat(),
            clerk_name=clerk.name,
        )
        facts = [fact, *noted(stored.number, Step.DECIDE, reason, clerk)]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return SteppedCase(stored.number, CaseState.DECIDED)


def floor_of(
    connection: sa.Connection, stored: StoredComplaint, actual_loss_vnd: int, at_ms: int
) -> Floor:
    """What the rules in force give for this case; nothing is owed by rule for an unknown item.

    The postage is that of all services on the item without tax: tax that was paid is not given
    back.
    """
    book = reference_book(connection, at_ms)
    rules = book.complaint_rules
    item = item_by_code(connection, stored.item) if stored.item_known else None
    if item is None:
        return Floor(rules.version, 0, 0, 0, None)
    floor_vnd = 0
    if _compensates(book, stored.complaint_type):
        floor_vnd = compensation_floor(
            rules,
            postage_vnd=item.net_vnd,
            declared_vnd=item.declared_vnd,
            actual_loss_vnd=actual_loss_vnd,
        )
    ceiling_vnd = item.declared_vnd or None
    return Floor(rules.version, item.net_vnd, item.declared_vnd, floor_vnd, ceiling_vnd)


def pay_compensation(command: PayCompensation, uow: UnitOfWork, clerk: Clerk) -> SteppedCase:
    """Book the money out of the drawer with four eyes, or that the centre pays.

    Raises PayerUnknown, NothingToPay, those of ``begin`` and of ``approved_by``.
    """
    require(clerk, Act.HANDLE_COMPLAINTS)
    payer = _payer(command.payer)
    approver = approved_by(command.approval, Act.PAY_COMPENSATION, uow)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _again(uow, command.number, booked_step(booked, ComplaintCompensated).number)
        stored = begin(uow.connection, Step.COMPENSATE, command.number, command.expects)
        if not stored.compensation_vnd or stored.paid_by:
            raise NothingToPay
        fact = ComplaintCompensated(
            number=stored.number,
            was=stored.state,
            payer=payer,
            amount_vnd=stored.compensation_vnd,
            approver=approver.id,
            approver_name=approver.name,
            clerk_name=clerk.name,
            postings=_postings(payer, stored.compensation_vnd),
        )
        first = shift_facts(uow, clerk) if payer is Payer.CASH else []
        uow.record([*first, fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return SteppedCase(stored.number, CaseState.DECIDED)


def _postings(payer: Payer, amount_vnd: int) -> list[Posting]:
    if payer is Payer.CENTRE:
        return []
    return [Posting(accounts.COMPENSATION, amount_vnd), Posting(accounts.DRAWER, -amount_vnd)]


def _check_amount(command: DecideComplaint, outcome: Outcome, floor: Floor) -> None:
    given = command.compensation_vnd
    if not (0 <= given <= LARGEST_VND and 0 <= command.actual_loss_vnd <= LARGEST_VND):
        raise AmountImpossible
    if outcome is Outcome.REJECTED:
        if given:
            raise RejectedWithMoney
        return
    if given < floor.floor_vnd:
        raise BelowFloor(floor_vnd=floor.floor_vnd)
    if floor.ceiling_vnd is not None and given > floor.ceiling_vnd:
        raise AboveDeclared(ceiling_vnd=floor.ceiling_vnd)


def _compensates(book: ReferenceBook, code: str) -> bool:
    return any(each.code == code and each.compensates for each in book.complaint_types)


def _again(uow: UnitOfWork, number: str, booked: str) -> SteppedCase:
    stored = complaint_by_number(uow.connection, number)
    if stored.number != booked:
        raise CommandIdTaken
    return SteppedCase(stored.number, stored.state)


def _outcome(code: str) -> Outcome:
    try:
        return Outcome(code)
    except ValueError as error:
        raise OutcomeUnknown from error


def _payer(code: str) -> Payer:
    try:
        return Payer(code)
    except ValueError as error:
        raise PayerUnknown from error
