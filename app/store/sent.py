"""What one customer has sent, under every number that leads to it, newest first."""

from heapq import merge
from itertools import islice

import msgspec
import sqlalchemy as sa

from app.journal.kinds.shipments import ShipmentAccepted
from app.store.merges import members_of
from app.store.prepared import Prepared
from app.store.tables.shipments import shipment

_NEWEST = Prepared(
    sa.select(shipment.c.accepted_ms, shipment.c.detail)
    .where(shipment.c.customer_uid == sa.bindparam("of_uid"), shipment.c.status != "voided")
    .order_by(shipment.c.accepted_ms.desc())
    .limit(sa.bindparam("most"))
)
_decoder = msgspec.json.Decoder(ShipmentAccepted)


def newest_items(
    connection: sa.Connection, uid: bytes, most: int
) -> tuple[tuple[int, ShipmentAccepted], ...]:
    """When, and what; items that were voided were never sent."""
    sent = [
        _NEWEST.all(connection, {"of_uid": member, "most": most})
        for member in members_of(connection, uid)
    ]
    rows = islice(merge(*sent, key=lambda row: -row.accepted_ms), most)
    return tuple((row.accepted_ms, _decoder.decode(row.detail)) for row in rows)
