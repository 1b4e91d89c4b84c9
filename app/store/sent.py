"""What one customer has sent, under every number that leads to it, newest first."""

from heapq import merge
from itertools import islice

import msgspec
import sqlalchemy as sa

from app.journal.kinds.shipments import Party, ShipmentAccepted
from app.store.merges import members_of
from app.store.prepared import Prepared
from app.store.tables.shipments import shipment

_NEWEST = Prepared(
    sa.select(shipment.c.accepted_ms, shipment.c.detail)
    .where(shipment.c.customer_uid == sa.bindparam("of_uid"), shipment.c.status != "voided")
    .order_by(shipment.c.accepted_ms.desc())
    .limit(sa.bindparam("most"))
)


class SentItem(msgspec.Struct, frozen=True):
    """One item: to whom it went is read at once, everything else when ``whole`` is asked for."""

    accepted_ms: int
    receiver: Party
    recorded: bytes

    @property
    def whole(self) -> ShipmentAccepted:
        return _whole.decode(self.recorded)


class _To(msgspec.Struct):
    receiver: Party


_to = msgspec.json.Decoder(_To)
_whole = msgspec.json.Decoder(ShipmentAccepted)


def newest_items(connection: sa.Connection, uid: bytes, most: int) -> tuple[SentItem, ...]:
    """Newest first; items that were voided were never sent."""
    sent = [
        _NEWEST.all(connection, {"of_uid": member, "most": most})
        for member in members_of(connection, uid)
    ]
    rows = islice(merge(*sent, key=lambda row: -row.accepted_ms), most)
    return tuple(
        SentItem(row.accepted_ms, _to.decode(row.detail).receiver, row.detail) for row in rows
    )
