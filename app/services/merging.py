"""Use cases: two numbers are found to be one customer, or turn out to be two after all."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.domain.relations import MERGEABLE
from app.errors import UserError
from app.journal.kinds.holders import CustomersMerged, CustomersUnmerged
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import ReasonUnusable, read_needed
from app.services.four_eyes import Approval, approved_by
from app.services.permissions import Act, require
from app.store.customers import (
    CustomerIsErased,
    StoredCustomer,
    customer_by_uid,
    live_customer,
    own_record,
)
from app.store.merges import merges_holding
from app.store.organisations import organisation_of, wholes_above
from app.store.tables.merges import customer_merge
from app.store.uow import UnitOfWork

LONGEST_REASON = 200


@dataclass(eq=False)
class AlreadyOne(UserError):
    """Both numbers lead to the same customer."""

    code: ClassVar[str] = "merge.already_one"
    field: ClassVar[str] = "other"


@dataclass(eq=False)
class PersonAndOrganisation(UserError):
    code: ClassVar[str] = "merge.person_and_organisation"
    field: ClassVar[str] = "other"


@dataclass(eq=False)
class MergeMakesCircle(UserError):
    """One would become, over others, a branch of itself."""

    code: ClassVar[str] = "merge.circle"
    field: ClassVar[str] = "other"


@dataclass(eq=False)
class FieldNotMergeable(UserError):
    code: ClassVar[str] = "merge.field"
    field: ClassVar[str] = "taken"


@dataclass(eq=False)
class NotMerged(UserError):
    """``number`` stands for itself."""

    code: ClassVar[str] = "merge.not_merged"
    number: str


@dataclass(frozen=True, slots=True)
class MergeCustomers:
    """``other`` leads to ``number`` from now on; ``taken`` are the fields that come from it."""

    command_id: bytes
    number: str
    other: str
    reason: str
    approval: Approval
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnmergeCustomers:
    """``number`` is the one that was merged into another."""

    command_id: bytes
    number: str
    reason: str
    approval: Approval


@dataclass(frozen=True, slots=True)
class MergedCustomers:
    """``winner`` and ``loser`` are numbers."""

    winner: str
    loser: str


def merge_customers(command: MergeCustomers, uow: UnitOfWork, clerk: Clerk) -> MergedCustomers:
    """Let every old number and card of ``other`` open ``number``; facts keep what was written.

    Raises the refusals above, those of four eyes, CustomerUnknown, CustomerIsErased,
    ReasonUnusable, CommandIdTaken.
    """
    require(clerk, Act.EDIT_CUSTOMER)
    approver = approved_by(command.approval, Act.MERGE_CUSTOMERS, uow)
    with uow:
        winner = live_customer(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomersMerged)
            if before.winner != winner.uid:
                raise CommandIdTaken
            return MergedCustomers(before.winner_number, before.loser_number)
        loser = live_customer(uow.connection, command.other)
        _check(uow.connection, winner, loser)
        if not set(command.taken) <= set(MERGEABLE):
            raise FieldNotMergeable
        fact = CustomersMerged(
            winner=winner.uid,
            loser=loser.uid,
            winner_number=winner.number,
            loser_number=loser.number,
            taken=[field for field in MERGEABLE if field in command.taken],
            reason=read_needed(command.reason, LONGEST_REASON, ReasonUnusable),
            clerk_name=clerk.name,
            approved_by=approver.id,
            approver=approver.name,
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return MergedCustomers(winner.number, loser.number)


def unmerge_customers(command: UnmergeCustomers, uow: UnitOfWork, clerk: Clerk) -> MergedCustomers:
    """Both are again what they were; what was edited since stays with the winner.

    Raises NotMerged, CustomerUnknown, CustomerIsErased, ReasonUnusable, those of
    four eyes, CommandIdTaken.
    """
    require(clerk, Act.EDIT_CUSTOMER)
    approver = approved_by(command.approval, Act.MERGE_CUSTOMERS, uow)
    with uow:
        loser = own_record(uow.connection, command.number)
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomersUnmerged)
            winner = customer_by_uid(uow.connection, before.winner)
            if before.loser != loser.uid or winner is None:
                raise CommandIdTaken
            return MergedCustomers(winner.number, loser.number)
        if loser.erased:
            raise CustomerIsErased(number=grouped(loser.number))
        winner = _winner_of(uow.connection, loser)
        fact = CustomersUnmerged(
            winner=winner.uid,
            loser=loser.uid,
            reason=read_needed(command.reason, LONGEST_REASON, ReasonUnusable),
            clerk_name=clerk.name,
            approved_by=approver.id,
            approver=approver.name,
            merges=merges_holding(uow.connection, loser.uid),
        )
        uow.record([fact], command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return MergedCustomers(winner.number, loser.number)


def _check(connection: sa.Connection, winner: StoredCustomer, loser: StoredCustomer) -> None:
    if winner.uid == loser.uid:
        raise AlreadyOne
    kinds = {organisation_of(connection, each.uid) is None for each in (winner, loser)}
    if len(kinds) > 1:
        raise PersonAndOrganisation
    for one, other in ((winner, loser), (loser, winner)):
        above = list(wholes_above(connection, one.uid))[1:]
        if other.uid in above and above[0] != other.uid:
            raise MergeMakesCircle


def _winner_of(connection: sa.Connection, loser: StoredCustomer) -> StoredCustomer:
    """Whom ``loser`` was merged into. Raises NotMerged."""
    found = connection.scalar(
        sa.select(customer_merge.c.winner).where(customer_merge.c.loser == loser.uid)
    )
    winner = None if found is None else customer_by_uid(connection, found)
    if winner is None:
        raise NotMerged(number=grouped(loser.number))
    return winner
