"""Use case: hand the drawer over: one shift closes, the next opens with the same cash."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.drawer import Count, Opening, check_count
from app.domain.identities import Clerk
from app.errors import UserError
from app.services.closing import (
    LONGEST_REMARK,
    ClosedShift,
    RemarkUnusable,
    Way,
    book,
    closed_before,
    closing_fact,
    counted_now,
    told,
)
from app.services.entering import read_text
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.services.shifts import open_or_refuse, opening_fact
from app.store.drawer import shift_by_number
from app.store.uow import UnitOfWork


@dataclass(eq=False)
class HandedToOneself(UserError):
    """A drawer goes to somebody else."""

    code: ClassVar[str] = "shift.handed_to_oneself"
    field: ClassVar[str] = "approver"
    name: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """``taker`` signs with code and PIN for ``counted_vnd``, counted by both."""

    command_id: bytes
    counted_vnd: int
    taker: Approval
    remark: str = ""


def hand_over(command: HandOver, uow: UnitOfWork, clerk: Clerk) -> ClosedShift:
    """Close one clerk's shift and open the other's with the same cash, in one transaction.

    Raises what ``close_shift`` raises, and HandedToOneself.
    """
    require(clerk, Act.CLOSE_SHIFT)
    count = Count(loose_vnd=command.counted_vnd)
    check_count(count)
    taker = approved_by(command.taker, Act.OPEN_SHIFT, uow)
    if taker.id == clerk.id:
        raise HandedToOneself(name=taker.name)
    with uow:
        if booked := uow.booked_by(command.command_id):
            return closed_before(uow, booked)
        shift = open_or_refuse(uow)
        counted = counted_now(uow, shift, count, clerk)
        remark = read_text(command.remark, LONGEST_REMARK, RemarkUnusable)
        fact = closing_fact(uow, shift, counted, Way("handed_over", 0, remark, None), clerk)
        opened = opening_fact(
            uow, taker, Opening.HANDED_OVER, count, received_vnd=0, carried_vnd=fact.left_vnd
        )
        book(uow, [counted, fact, opened], fact, command.command_id, clerk)
        return told(shift_by_number(uow.connection, fact.shift), opened.shift)
