"""Use case: erase a customer's personal data by law, while the books still prove themselves."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

import sqlalchemy as sa

from app.clock import local, utc
from app.domain.customer_number import grouped
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.entry import Entry
from app.journal.kinds.complaints import ComplaintErased
from app.journal.kinds.customers import CustomerErased
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import ReasonUnusable, read_needed
from app.services.evidence import erasures_of_customer
from app.services.permissions import Act, require
from app.store.bundles_heard import forget_documents
from app.store.cases_heard import forget_case_words
from app.store.complaints import evidence_of
from app.store.conflicts_heard import forget_conflicts
from app.store.customers import StoredCustomer, customer_by_number, customer_by_uid
from app.store.drafts import drop_drafts_of
from app.store.merges import members_of
from app.store.tables.customers import customer_event
from app.store.tables.shipments import shipment
from app.store.uow import UnitOfWork

LONGEST_REASON = 300

RETENTION = timedelta(days=365)
"""How long after an item the sender must stay known. Inferred («suy luận»), not law: six months to
complain, two to answer, and the rest of the year in which its S10 number may not return."""


@dataclass(frozen=True, slots=True)
class EraseCustomer:
    """``reason`` is the request or decision that the erasure rests on."""

    command_id: bytes
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class ErasedCustomer:
    """``entries`` bodies are gone from the journal; the number stays used for ever."""

    number: str
    entries: int


@dataclass(eq=False)
class RetentionRuns(UserError):
    """An item of the customer is too young; ``until`` is the first day on which this may be."""

    code: ClassVar[str] = "erasure.retention_runs"
    until: str


@dataclass(eq=False)
class AlreadyErased(UserError):
    code: ClassVar[str] = "erasure.already"
    number: str


@dataclass(eq=False)
class NotRegisteredHere(UserError):
    """The customer's registration is in another writer's books; only headquarters can erase it."""

    code: ClassVar[str] = "erasure.not_registered_here"
    number: str


def _nobody(_evidence: Sequence[bytes]) -> None:
    """Where no file is kept."""


def erase_customer(
    command: EraseCustomer,
    uow: UnitOfWork,
    clerk: Clerk,
    *,
    forget: Callable[[Sequence[bytes]], None] = _nobody,
) -> ErasedCustomer:
    """Blank the record and the bodies it came from, in one commit; hashes and number stay.

    ``forget`` is given the sealed evidence of their complaints, before the commit: what is erased
    by law never outlives its row. What was sold stays as it was written on item and receipt: it
    proves the money.

    Raises NotPermitted (supervisors only), ReasonUnusable, CustomerUnknown, AlreadyErased,
    NotRegisteredHere, RetentionRuns, CaseStillOpen, CaseRetentionRuns, CommandIdTaken.
    """
    require(clerk, Act.ERASE_CUSTOMER)
    reason = read_needed(command.reason, LONGEST_REASON, ReasonUnusable)
    with uow:
        if booked := uow.booked_by(command.command_id):
            before = booked_body(booked[0], CustomerErased)
            if before.number != customer_by_number(uow.connection, command.number).number:
                raise CommandIdTaken
            return ErasedCustomer(before.number, sum(map(_named_by, booked)))
        facts = _erasures(uow, command.number, reason)
        cases = [each for fact in facts for each in erasures_of_customer(uow, fact.uid, reason)]
        gone = [
            each.evidence for case in cases for each in evidence_of(uow.connection, case.number)
        ]
        seqs = [seq for fact in facts for seq in fact.seqs]
        seqs += [seq for case in cases for seq in case.seqs]
        uow.record([*facts, *cases], command_id=command.command_id, clerk=clerk.id)
        uow.erase_bodies(seqs)
        _forget_beside(uow.connection, facts)
        forget_case_words(uow.connection, [case.number for case in cases])
        forget(gone)
        uow.commit()
    return ErasedCustomer(facts[0].number, len(seqs))


def _forget_beside(connection: sa.Connection, facts: Sequence[CustomerErased]) -> None:
    """What was drafted, heard or contended of them."""
    uids = [fact.uid for fact in facts]
    for fact in facts:
        drop_drafts_of(connection, fact.number)
    forget_documents(connection, uids)
    forget_conflicts(connection, uids)


def _named_by(booked: Entry) -> int:
    """How many bodies one entry of an erasure took away."""
    if booked.kind == ComplaintErased.NUMBER:
        return len(booked_body(booked, ComplaintErased).seqs)
    return len(booked_body(booked, CustomerErased).seqs)


def _erasures(uow: UnitOfWork, number: str, reason: str) -> list[CustomerErased]:
    """One for the customer and one for each that was merged into it: they are one person."""
    stored = customer_by_number(uow.connection, number)
    if stored.erased:
        raise AlreadyErased(number=grouped(stored.number))
    members = members_of(uow.connection, stored.uid)
    found = [customer_by_uid(uow.connection, uid) for uid in members]
    return [_erasure(uow, member, reason) for member in found if member is not None]


def _erasure(uow: UnitOfWork, stored: StoredCustomer, reason: str) -> CustomerErased:
    of_customer = sa.select(customer_event.c.seq, customer_event.c.kind).where(
        customer_event.c.uid == stored.uid
    )
    events = uow.connection.execute(of_customer.order_by(customer_event.c.seq)).all()
    if not any(event.kind == "registered" for event in events):
        raise NotRegisteredHere(number=grouped(stored.number))
    _check_retention(uow, stored.uid)
    return CustomerErased(
        uid=stored.uid,
        number=stored.number,
        seqs=[event.seq for event in events],
        reason=reason,
    )


def _check_retention(uow: UnitOfWork, uid: bytes) -> None:
    newest = sa.select(sa.func.max(shipment.c.accepted_ms)).where(shipment.c.customer_uid == uid)
    accepted_ms = uow.connection.scalar(newest)
    if accepted_ms is None:
        return
    until = utc(accepted_ms) + RETENTION
    if utc(uow.now_ms) < until:
        raise RetentionRuns(until=f"{local(until):%d/%m/%Y}")
