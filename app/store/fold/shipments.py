"""Folding accepted items into their rows."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.shipments import ShipmentAccepted
from app.store.fold.customers import keep_base
from app.store.fold.labels import use_item_number
from app.store.fold.money import book_postings
from app.store.prepared import Adding, Changing
from app.store.tables.customers import customer
from app.store.tables.shipments import shipment

_ACCEPT = Adding(shipment)
_SEEN = Changing(
    sa.update(customer)
    .where(customer.c.uid == sa.bindparam("of_uid"))
    .values(
        shipments=customer.c.shipments + sa.bindparam("more"), last_seen_ms=sa.bindparam("at_ms")
    ),
    key=["of_uid"],
    joined=lambda before, after: {**after, "more": before["more"] + after["more"]},
)


def shipment_accepted(connection: sa.Connection, entry: Entry, body: ShipmentAccepted) -> None:
    """The item stands accepted, its money is booked, its sender was here."""
    _ACCEPT.add(
        connection,
        {
            "code": body.code,
            "receipt": body.receipt,
            "position": body.position,
            "customer_uid": body.customer_uid,
            "accepted_ms": entry.wall_ms,
            "service": body.service,
            "service_label": body.service_label,
            "receiver_name": body.receiver.name,
            "receiver_province": body.receiver.province,
            "charged_g": body.charged_g,
            "cod_vnd": body.cod_vnd,
            "total_vnd": body.total_vnd,
            "status": "accepted",
            "detail": entry.body,
            "seq": entry.seq,
        },
    )
    book_postings(connection, entry, body.postings)
    keep_base(connection, body.customer_uid)
    seen = {"of_uid": body.customer_uid, "at_ms": entry.wall_ms, "more": 1}
    _SEEN.change(connection, seen)
    use_item_number(connection, body.code)
