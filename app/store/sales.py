"""Reading receipts and their items back as they were booked."""

from dataclasses import dataclass, fields
from typing import ClassVar

import msgspec
import sqlalchemy as sa

from app.domain.pricing import PriceLine
from app.errors import UserError
from app.journal.kinds.shipments import ShipmentAccepted
from app.store.prepared import Prepared
from app.store.tables.shipments import receipt, shipment


@dataclass(eq=False)
class ReceiptUnknown(UserError):
    """``receipt`` is the code that was asked for; nothing of it stands in this store."""

    code: ClassVar[str] = "receipt.unknown"
    receipt: str


@dataclass(frozen=True, slots=True)
class StoredReceipt:
    """One receipt row. ``clock_flags`` are those of its entry."""

    number: str
    proof: str
    customer_uid: bytes
    accepted_ms: int
    clock_flags: int
    clerk_name: str
    counter: str
    method: str
    due_vnd: int
    tendered_vnd: int
    change_vnd: int
    seq: int


_RECEIPT = sa.select(*(receipt.c[field.name] for field in fields(StoredReceipt)))
_BY_NUMBER = Prepared(_RECEIPT.where(receipt.c.number == sa.bindparam("given")))
_BY_PROOF = _RECEIPT.where(receipt.c.proof == sa.bindparam("given"))
_RECEIPT_OF = sa.select(shipment.c.receipt).where(shipment.c.code == sa.bindparam("given"))
_DETAILS = Prepared(
    sa.select(shipment.c.detail)
    .where(shipment.c.receipt == sa.bindparam("given"))
    .order_by(shipment.c.position)
)
_DETAIL = Prepared(sa.select(shipment.c.detail).where(shipment.c.code == sa.bindparam("given")))
_decoder = msgspec.json.Decoder(ShipmentAccepted)


def receipt_by_number(connection: sa.Connection, number: str) -> StoredReceipt | None:
    row = _BY_NUMBER.first(connection, {"given": number})
    return None if row is None else StoredReceipt(*row)


def receipt_by_proof(connection: sa.Connection, proof: str) -> StoredReceipt | None:
    row = connection.execute(_BY_PROOF, {"given": proof}).one_or_none()
    return None if row is None else StoredReceipt(*row)


def newest_receipt(connection: sa.Connection) -> StoredReceipt | None:
    """The receipt booked last: rows follow the journal, so its row id is the highest."""
    query = _RECEIPT.order_by(sa.literal_column("receipt.rowid").desc()).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else StoredReceipt(*row)


def receipt_of_item(connection: sa.Connection, code: str) -> str | None:
    """The number of the receipt that an item stands on."""
    number: str | None = connection.scalar(_RECEIPT_OF, {"given": code})
    return number


def items_of(connection: sa.Connection, number: str) -> tuple[ShipmentAccepted, ...]:
    """The items of a receipt in their order, each exactly as it was recorded."""
    rows = _DETAILS.all(connection, {"given": number})
    return tuple(_decoder.decode(row.detail) for row in rows)


def price_lines(item: ShipmentAccepted) -> tuple[PriceLine, ...]:
    """The priced lines with VAT last, copied from the books and never computed again."""
    return tuple(PriceLine(line.rule, line.label, line.amount_vnd) for line in item.lines)


def item_by_code(connection: sa.Connection, code: str) -> ShipmentAccepted | None:
    """One item as it was recorded."""
    row = _DETAIL.first(connection, {"given": code})
    return None if row is None else _decoder.decode(row.detail)
