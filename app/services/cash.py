"""Use case: put cash into the drawer, take it out, or open it without a sale."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain import accounts
from app.domain.drawer import ACCOUNT_OF, Movement, Purpose, check_amount
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.shifts import CashMoved
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_needed, read_text
from app.services.permissions import Act, require
from app.services.shifts import legs, open_or_refuse
from app.store.drawer import cash_in_drawer
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_REASON = 200


@dataclass(eq=False)
class CashReasonUnusable(TextUnusable):
    """Empty counts too, but for what goes to the treasury or comes from it."""

    code: ClassVar[str] = "cash.reason_unusable"
    field: ClassVar[str] = "reason"


@dataclass(eq=False)
class MoreThanTheBooksHold(UserError):
    """More goes out than the books say lies there: hardly meant, unless it is confirmed."""

    code: ClassVar[str] = "cash.more_than_held"
    field: ClassVar[str] = "amount"
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class MoveCash:
    """``amount_vnd`` is positive, and 0 for opening the drawer without a sale."""

    command_id: bytes
    movement: Movement
    amount_vnd: int = 0
    purpose: Purpose = Purpose.OTHER
    reason: str = ""
    amount_confirmed: bool = False


@dataclass(frozen=True, slots=True)
class MovedCash:
    shift: str
    movement: str
    purpose: str
    amount_vnd: int
    reason: str


def move_cash(command: MoveCash, uow: UnitOfWork, clerk: Clerk) -> MovedCash:
    """Raises ShiftNotOpen, AmountImpossible, CashReasonUnusable, MoreThanTheBooksHold,
    CommandIdTaken.
    """
    require(clerk, Act.MOVE_CASH)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return _answer(_same(booked_body(booked[0], CashMoved), command))
        shift = open_or_refuse(uow)
        _check(command, uow, shift.drawer)
        fact = CashMoved(
            shift=shift.number,
            movement=command.movement.value,
            purpose="" if command.movement is Movement.NO_SALE else command.purpose.value,
            amount_vnd=command.amount_vnd,
            reason=_reason(command),
            clerk_name=clerk.name,
            counter=here(uow.connection).counter,
            postings=_legs(command),
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
        return _answer(fact)


def _check(command: MoveCash, uow: UnitOfWork, drawer: str) -> None:
    if command.movement is Movement.NO_SALE:
        return
    check_amount(command.amount_vnd)
    checked = command.amount_confirmed or command.movement is Movement.PAID_IN
    if not checked and command.amount_vnd > cash_in_drawer(uow.connection, drawer):
        raise MoreThanTheBooksHold(amount_vnd=command.amount_vnd)


def _reason(command: MoveCash) -> str:
    with_treasury = command.purpose is Purpose.TREASURY and command.movement is not Movement.NO_SALE
    read = read_text if with_treasury else read_needed
    return read(command.reason, LONGEST_REASON, CashReasonUnusable)


def _legs(command: MoveCash) -> list[Posting]:
    if command.movement is Movement.NO_SALE:
        return []
    into = command.amount_vnd if command.movement is Movement.PAID_IN else -command.amount_vnd
    return legs((accounts.DRAWER, into), (ACCOUNT_OF[command.purpose], -into))


def _same(before: CashMoved, command: MoveCash) -> CashMoved:
    if (before.movement, before.amount_vnd) != (command.movement.value, command.amount_vnd):
        raise CommandIdTaken
    return before


def _answer(fact: CashMoved) -> MovedCash:
    return MovedCash(fact.shift, fact.movement, fact.purpose, fact.amount_vnd, fact.reason)
