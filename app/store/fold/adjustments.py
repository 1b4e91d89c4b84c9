"""Folding what happens to items after printing: voids, refunds, corrections, and their slips."""

from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.entry import CLOCK_BEHIND, CLOCK_FAR_OFF, Entry
from app.journal.kinds.adjustments import ShipmentCorrected, ShipmentVoided
from app.journal.kinds.money import AnySettlement, PaymentCollected, PaymentRefunded
from app.store.fold.money import book_postings
from app.store.fold.parts import Given, book_money
from app.store.tables.money import adjusted_item, adjustment
from app.store.tables.shipments import document, shipment

_encoder = msgspec.json.Encoder()
_STATUS = {"void": "voided", "refund": "refunded"}


def shipment_voided(connection: sa.Connection, entry: Entry, body: ShipmentVoided) -> None:
    """Its money is taken back and it goes nowhere; number, row and entry stay for ever."""
    _change(connection, body.code, {"status": _STATUS[body.what]})
    _remember(connection, entry, body, {"was_vnd": body.total_vnd, "now_vnd": 0})
    book_postings(connection, entry, body.postings)


def shipment_corrected(connection: sa.Connection, entry: Entry, body: ShipmentCorrected) -> None:
    """The row shows the new terms; ``detail`` stays as the item was accepted."""
    now = body.now
    _change(
        connection,
        body.code,
        {
            "service": now.service,
            "service_label": now.service_label,
            "receiver_name": now.receiver.name,
            "receiver_province": now.receiver.province,
            "charged_g": now.charged_g,
            "total_vnd": now.total_vnd,
        },
    )
    _remember(
        connection,
        entry,
        body,
        {
            "was_vnd": body.was.total_vnd,
            "now_vnd": now.total_vnd,
            "was": _encoder.encode(body.was),
            "now": _encoder.encode(now),
        },
    )
    book_postings(connection, entry, body.postings)


def payment_refunded(connection: sa.Connection, entry: Entry, body: PaymentRefunded) -> None:
    """The slip, and the money that went back."""
    _settle(connection, entry, body, {"amount_vnd": -body.amount_vnd})
    given = Given(body.number, body.receipt, body.customer_uid, sign=-1)
    book_money(connection, entry, given, body.parts, body.postings)


def payment_collected(connection: sa.Connection, entry: Entry, body: PaymentCollected) -> None:
    """The slip, and the money that came in after the receipt."""
    tendered = {"tendered_vnd": body.tendered_vnd, "change_vnd": body.change_vnd}
    _settle(connection, entry, body, {"amount_vnd": body.amount_vnd, **tendered})
    given = Given(body.number, body.receipt, body.customer_uid)
    book_money(connection, entry, given, body.parts, body.postings)


def _change(connection: sa.Connection, code: str, values: dict[str, Any]) -> None:
    """Raises KeyError for an item that is not here or no longer as it was accepted."""
    changed = connection.execute(
        sa.update(shipment)
        .where(shipment.c.code == code, shipment.c.status == "accepted")
        .values(**values)
    )
    if changed.rowcount != 1:
        raise KeyError(code)


def _remember(
    connection: sa.Connection,
    entry: Entry,
    body: ShipmentVoided | ShipmentCorrected,
    values: dict[str, Any],
) -> None:
    connection.execute(
        sa.insert(adjusted_item).values(
            number=body.number, code=body.code, at_ms=entry.wall_ms, seq=entry.seq, **values
        )
    )


def _settle(
    connection: sa.Connection, entry: Entry, body: AnySettlement, values: dict[str, int]
) -> None:
    connection.execute(
        sa.insert(adjustment).values(
            number=body.number,
            receipt=body.receipt,
            customer_uid=body.customer_uid,
            what=body.what,
            at_ms=entry.wall_ms,
            clock_flags=entry.flags & (CLOCK_BEHIND | CLOCK_FAR_OFF),
            clerk=entry.clerk,
            clerk_name=body.clerk_name,
            counter=body.counter,
            approver=body.approver,
            approver_name=body.approver_name,
            reason=body.reason,
            seq=entry.seq,
            **{"tendered_vnd": 0, "change_vnd": 0, **values},
        )
    )
    kinds = ["adjustment", "corrected_label"] if body.what == "correction" else ["adjustment"]
    papers = [
        {
            "kind": kind,
            "subject": body.number,
            "copy": 0,
            "receipt": body.receipt,
            "asked_ms": entry.wall_ms,
            "clerk_name": body.clerk_name,
            "seq": entry.seq,
        }
        for kind in kinds
    ]
    connection.execute(sa.insert(document), papers)
