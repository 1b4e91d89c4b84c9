"""One transaction with all that happened to it, and what is awaited of any."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain import accounts
from app.domain.calendar import local_day
from app.domain.vietqr import TransferRequest
from app.journal.kinds.shipments import ShipmentAccepted
from app.queries.receipts import transaction
from app.queries.slips import transfer_request
from app.queries.standing import LastTransaction
from app.store.adjustments import (
    StoredPart,
    adjustments_of,
    awaited_parts,
    codes_of,
    current_item,
    parts_of,
    service_by_number,
)
from app.store.credit import credit_of
from app.store.customers import customer_by_number, customer_by_uid
from app.store.sales import receipt_by_number

_SLIP = re.compile(r"([0-9]{6}-[0-9]{1,2}-[0-9]{7})-D[0-9]+")
"""A slip leads to its receipt; a proof code may have a D behind its dash as well."""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item as it stands after its corrections.

    ``due_vnd`` of the price was owed at the counter: nothing when the receiver pays.
    """

    code: str
    service: str
    service_label: str
    actual_g: int
    receiver_name: str
    receiver_phone: str
    receiver_street: str
    receiver_commune: str
    receiver_address: str
    receiver_place: str
    total_vnd: int
    due_vnd: int
    status: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """One way in which a part of it was given. ``open_vnd`` is awaited still."""

    subject: str
    method: str
    amount_vnd: int
    open_vnd: int
    memo: str
    settled_at: datetime | None
    reference: str


@dataclass(frozen=True, slots=True)
class SlipLine:
    number: str
    what: str
    at: datetime
    amount_vnd: int
    reason: str
    approver_name: str


@dataclass(frozen=True, slots=True)
class TransactionPage:
    """``voidable`` says that something of it stands and the day is not over; ``service`` its label.

    ``request`` is the transfer that is awaited, with the account it should go to.
    """

    receipt: LastTransaction
    service: str
    items: tuple[ItemLine, ...]
    parts: tuple[PartLine, ...]
    slips: tuple[SlipLine, ...]
    same_day: bool
    standing: bool
    request: TransferRequest | None


@dataclass(frozen=True, slots=True)
class CreditStanding:
    """What a contract customer may still put on account; nothing once ``until`` is over."""

    contract: str
    limit_vnd: int
    until: date
    used_vnd: int
    free_vnd: int
    ended: bool


@dataclass(frozen=True, slots=True)
class AwaitedLine:
    """A transfer that nobody has confirmed; negative sums are owed by the office."""

    subject: str
    receipt: str
    at: datetime
    customer_name: str
    amount_vnd: int
    memo: str


def transaction_page(connection: sa.Connection, code: str, at_ms: int) -> TransactionPage:
    """By receipt number, proof code, slip or item. Raises ReceiptUnknown."""
    slip = _SLIP.fullmatch(code.strip())
    found = transaction(connection, slip[1] if slip else code)
    stored = receipt_by_number(connection, found.receipt)
    assert stored is not None, "a found receipt stands in the store"
    items = tuple(_items(connection, found.receipt))
    service = service_by_number(connection, found.receipt)
    standing = any(item.status == "accepted" for item in items) or (
        service is not None and service.status == "recorded"
    )
    parts = parts_of(connection, found.receipt)
    awaited = next((part.subject for part in parts if part.open_vnd > 0), found.receipt)
    return TransactionPage(
        receipt=found,
        service="" if service is None else str(service.service_label),
        items=items,
        parts=tuple(map(_part, parts)),
        slips=tuple(
            SlipLine(
                slip.number, slip.what, utc(slip.at_ms), slip.amount_vnd, slip.reason,
                slip.approver_name,
            )
            for slip in adjustments_of(connection, found.receipt)
        ),
        same_day=local_day(utc(stored.accepted_ms)) == local_day(utc(at_ms)),
        standing=standing,
        request=transfer_request(connection, awaited, at_ms),
    )  # fmt: skip


def awaited(connection: sa.Connection) -> tuple[AwaitedLine, ...]:
    """Every transfer that is awaited or owed, oldest first."""
    return tuple(
        AwaitedLine(
            subject=part.subject,
            receipt=part.receipt,
            at=utc(part.at_ms),
            customer_name=_name(connection, part.customer_uid),
            amount_vnd=part.open_vnd,
            memo=part.memo,
        )
        for part in awaited_parts(connection)
    )


def credit(connection: sa.Connection, number: str, at_ms: int) -> CreditStanding | None:
    """How the account of a customer stands; None without one. Raises CustomerUnknown."""
    stored = credit_of(connection, customer_by_number(connection, number).uid)
    if stored is None:
        return None
    until = date.fromisoformat(stored.until)
    ended = until < local_day(utc(at_ms))
    return CreditStanding(
        contract=stored.contract,
        limit_vnd=stored.limit_vnd,
        until=until,
        used_vnd=stored.used_vnd,
        free_vnd=0 if ended else stored.free_vnd,
        ended=ended,
    )


def _name(connection: sa.Connection, uid: bytes) -> str:
    found = customer_by_uid(connection, uid)
    return found.full_name if found else ""


def _items(connection: sa.Connection, number: str) -> Iterable[ItemLine]:
    for code, status in codes_of(connection, number):
        item = current_item(connection, code)
        assert item is not None, "an item with a status stands in the store"
        yield ItemLine(
            code=code,
            service=item.service,
            service_label=item.service_label,
            actual_g=item.actual_g,
            receiver_name=item.receiver.name,
            receiver_phone=item.receiver.phone,
            receiver_street=item.receiver.street,
            receiver_commune=item.receiver.commune,
            receiver_address=item.receiver.address,
            receiver_place=item.receiver.address.removeprefix(f"{item.receiver.street}, "),
            total_vnd=item.total_vnd,
            due_vnd=0 if _at_delivery(item) else item.total_vnd,
            status=status,
        )


def _at_delivery(item: ShipmentAccepted) -> bool:
    return any(leg.account == accounts.AT_DELIVERY for leg in item.postings)


def _part(part: StoredPart) -> PartLine:
    return PartLine(
        subject=part.subject,
        method=part.method,
        amount_vnd=part.amount_vnd,
        open_vnd=part.open_vnd,
        memo=part.memo,
        settled_at=utc(part.settled_ms) if part.settled_ms is not None else None,
        reference=part.reference,
    )
