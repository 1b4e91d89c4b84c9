"""Use case: say that a transfer was found at the bank, or sent back, or brought in cash instead."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain import accounts
from app.domain.discretion import discreet
from app.domain.identities import Clerk
from app.errors import UserError
from app.journal.kinds.money import PaymentConfirmed
from app.services.commands import CommandIdTaken, booked_body
from app.services.entering import TextUnusable, read_needed, read_text
from app.services.paying import legs
from app.services.permissions import Act, require
from app.services.shifts import shift_facts
from app.store.adjustments import StoredPart, awaited_parts
from app.store.uow import UnitOfWork

LONGEST_REFERENCE = 60
WAYS = ("transfer", "cash")


@dataclass(frozen=True, slots=True)
class ConfirmPayment:
    """``subject``: number of the receipt or slip. ``reference``: the bank's own for the transfer.

    ``by`` is ``cash`` when the customer brought notes in place of the transfer.
    """

    command_id: bytes
    subject: str
    reference: str = ""
    by: str = "transfer"


@dataclass(frozen=True, slots=True)
class ConfirmedPayment:
    """``amount_vnd`` is negative for money that the office sent."""

    subject: str
    amount_vnd: int
    by: str
    reference: str


@dataclass(eq=False)
class NothingAwaited(UserError):
    """No transfer is awaited under this number; perhaps it was confirmed before."""

    code: ClassVar[str] = "confirming.nothing_awaited"
    field: ClassVar[str] = "subject"
    number: str


@dataclass(eq=False)
class ReferenceUnusable(TextUnusable):
    """Empty counts too: without the bank's reference nobody finds the transfer again."""

    code: ClassVar[str] = "confirming.reference"
    field: ClassVar[str] = "reference"


@dataclass(eq=False)
class WayUnknown(UserError):
    code: ClassVar[str] = "confirming.way"
    field: ClassVar[str] = "by"
    by: str


def confirm_payment(command: ConfirmPayment, uow: UnitOfWork, clerk: Clerk) -> ConfirmedPayment:
    """Move what was awaited to the bank or the drawer.

    Raises WayUnknown, ReferenceUnusable, NothingAwaited, CommandIdTaken.
    """
    require(clerk, Act.CONFIRM_PAYMENT)
    reference = _reference(command)
    with uow:
        if booked := uow.booked_by(command.command_id):
            body = booked_body(booked[-1], PaymentConfirmed)
            if body.subject != command.subject.strip():
                raise CommandIdTaken
            return _answer(body)
        part = _awaited(uow, command.subject.strip())
        fact = _confirmed(part, command.by, reference, clerk)
        facts = [*(shift_facts(uow, clerk) if command.by == "cash" else []), fact]
        uow.record(facts, command_id=command.command_id, clerk=clerk.id)
        uow.commit()
    return _answer(fact)


def _reference(command: ConfirmPayment) -> str:
    if command.by not in WAYS:
        raise WayUnknown(by=discreet(command.by))
    read = read_needed if command.by == "transfer" else read_text
    return read(command.reference, LONGEST_REFERENCE, ReferenceUnusable)


def _awaited(uow: UnitOfWork, subject: str) -> StoredPart:
    for part in awaited_parts(uow.connection):
        if part.subject == subject:
            return part
    raise NothingAwaited(number=discreet(subject))


def _confirmed(part: StoredPart, by: str, reference: str, clerk: Clerk) -> PaymentConfirmed:
    waits = accounts.TRANSFER_PENDING if part.open_vnd > 0 else accounts.TRANSFER_OWED
    arrives = accounts.DRAWER if by == "cash" else accounts.BANK
    return PaymentConfirmed(
        subject=part.subject,
        position=part.position,
        receipt=part.receipt,
        customer_uid=part.customer_uid,
        amount_vnd=part.open_vnd,
        by=by,
        reference=reference,
        clerk_name=clerk.name,
        postings=legs((arrives, part.open_vnd), (waits, -part.open_vnd)),
    )


def _answer(body: PaymentConfirmed) -> ConfirmedPayment:
    return ConfirmedPayment(body.subject, body.amount_vnd, body.by, body.reference)
