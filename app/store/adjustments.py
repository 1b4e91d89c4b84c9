"""Reading what happened to receipts and items after printing, and how they were paid."""

from dataclasses import dataclass, fields

import msgspec
import sqlalchemy as sa

from app.journal.kinds.adjustments import Terms
from app.journal.kinds.other_services import ServiceRecorded
from app.journal.kinds.shipments import ShipmentAccepted
from app.store.sales import item_by_code
from app.store.tables.money import adjusted_item, adjustment, payment_part, service_record
from app.store.tables.shipments import shipment

GONE = frozenset({"voided", "refunded"})
"""States of an item that was taken out."""

_terms = msgspec.json.Decoder(Terms)
_service = msgspec.json.Decoder(ServiceRecorded)


@dataclass(frozen=True, slots=True)
class StoredAdjustment:
    """One slip. ``amount_vnd`` is negative for money that went back."""

    number: str
    receipt: str
    customer_uid: bytes
    what: str
    at_ms: int
    clock_flags: int
    clerk_name: str
    counter: str
    approver_name: str
    reason: str
    amount_vnd: int
    tendered_vnd: int
    change_vnd: int


@dataclass(frozen=True, slots=True)
class AdjustedItem:
    """One item on a slip; ``was`` and ``now`` are None for an item that was taken out."""

    code: str
    was_vnd: int
    now_vnd: int
    was: Terms | None
    now: Terms | None


@dataclass(frozen=True, slots=True)
class StoredPart:
    """One way in which a part of a sum was given, as it stands now."""

    subject: str
    position: int
    receipt: str
    customer_uid: bytes
    method: str
    amount_vnd: int
    open_vnd: int
    at_ms: int
    memo: str
    settled_ms: int | None
    settled_by: str
    reference: str


_ADJUSTMENT = sa.select(*(adjustment.c[field.name] for field in fields(StoredAdjustment)))
_PART = sa.select(*(payment_part.c[field.name] for field in fields(StoredPart)))


def adjustment_by_number(connection: sa.Connection, number: str) -> StoredAdjustment | None:
    row = connection.execute(_ADJUSTMENT.where(adjustment.c.number == number)).one_or_none()
    return None if row is None else StoredAdjustment(*row)


def adjustments_of(connection: sa.Connection, receipt: str) -> tuple[StoredAdjustment, ...]:
    """The slips of a receipt in their order."""
    query = _ADJUSTMENT.where(adjustment.c.receipt == receipt).order_by(adjustment.c.seq)
    return tuple(StoredAdjustment(*row) for row in connection.execute(query))


def next_slip(connection: sa.Connection, receipt: str) -> str:
    """``100950-2-0000012-D1``: the receipt's number counts its own slips."""
    count = sa.select(sa.func.count()).where(adjustment.c.receipt == receipt)
    return f"{receipt}-D{(connection.scalar(count) or 0) + 1}"


def items_on_slip(connection: sa.Connection, number: str) -> tuple[AdjustedItem, ...]:
    rows = connection.execute(
        sa.select(adjusted_item)
        .where(adjusted_item.c.number == number)
        .order_by(adjusted_item.c.seq)
    )
    return tuple(
        AdjustedItem(
            row.code,
            row.was_vnd,
            row.now_vnd,
            None if row.was is None else _terms.decode(row.was),
            None if row.now is None else _terms.decode(row.now),
        )
        for row in rows
    )


def parts_of(connection: sa.Connection, receipt: str) -> tuple[StoredPart, ...]:
    """Every part of a receipt and of its slips, in the order in which they were booked."""
    query = _PART.where(payment_part.c.receipt == receipt)
    rows = connection.execute(query.order_by(payment_part.c.seq, payment_part.c.position))
    return tuple(StoredPart(*row) for row in rows)


def awaited_parts(connection: sa.Connection) -> tuple[StoredPart, ...]:
    """Transfers that nobody has confirmed yet, oldest first; negative ones are owed by us."""
    query = _PART.where(payment_part.c.open_vnd != sa.literal_column("0"))
    return tuple(
        StoredPart(*row) for row in connection.execute(query.order_by(payment_part.c.at_ms))
    )


def current_item(connection: sa.Connection, code: str) -> ShipmentAccepted | None:
    """The item as it stands after its corrections."""
    accepted = item_by_code(connection, code)
    newest = (
        sa.select(adjusted_item.c.now)
        .where(adjusted_item.c.code == code, adjusted_item.c.now.is_not(None))
        .order_by(adjusted_item.c.seq.desc())
        .limit(1)
    )
    now = connection.scalar(newest)
    if accepted is None or now is None:
        return accepted
    return with_terms(accepted, _terms.decode(now))


def with_terms(item: ShipmentAccepted, terms: Terms) -> ShipmentAccepted:
    """``item`` as if it had been accepted on ``terms``; its postings stay those of the entry."""
    return msgspec.structs.replace(item, **msgspec.structs.asdict(terms))


def terms_of(item: ShipmentAccepted) -> Terms:
    """What of an item a correction may change, as it stands."""
    return Terms(**{name: getattr(item, name) for name in Terms.__struct_fields__})


def status_of(connection: sa.Connection, code: str) -> str | None:
    """accepted, voided, refunded … ; None for an item that is not here."""
    status: str | None = connection.scalar(
        sa.select(shipment.c.status).where(shipment.c.code == code)
    )
    return status


def codes_of(connection: sa.Connection, receipt: str) -> tuple[tuple[str, str], ...]:
    """Code and status of each item of a receipt, in their order."""
    query = sa.select(shipment.c.code, shipment.c.status).where(shipment.c.receipt == receipt)
    rows = connection.execute(query.order_by(shipment.c.position))
    return tuple((row.code, row.status) for row in rows)


def service_by_number(connection: sa.Connection, number: str) -> sa.Row[tuple[object, ...]] | None:
    """The record behind the receipt of another service."""
    query = sa.select(service_record).where(service_record.c.number == number)
    return connection.execute(query).one_or_none()


def service_recorded(connection: sa.Connection, number: str) -> ServiceRecorded | None:
    """The service exactly as it was recorded."""
    detail = connection.scalar(
        sa.select(service_record.c.detail).where(service_record.c.number == number)
    )
    return None if detail is None else _service.decode(detail)
