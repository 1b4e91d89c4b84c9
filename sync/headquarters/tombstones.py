"""What left a scope is told by a row of its own, in the place of the object that went.

A reader that never passed such a row would keep the object for ever. So it is kept for longer than
any counter stays away; whoever was away longer is sent back to the beginning of the scope.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from app.store.conflicts_heard import ENTITY as CONFLICT
from app.store.gone import GONE, GoneRow
from sync.headquarters.database import Database, upsert
from sync.headquarters.edits import keys_of
from sync.headquarters.feed import TERMINAL, Item, batched, publish, take_out
from sync.headquarters.kept_tables import feed_horizon, tombstone
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.tables import feed, snapshot
from sync.snapshot import Manifest

KEPT_MS = 400 * 86_400_000

CUSTOMER = "customer"
_BESIDE = ("customer_beside", "account")
"""What stands in the feed beside a customer and needs no word of its own; as do conflicts."""


@dataclass(frozen=True, slots=True)
class Left:
    """A customer who may no longer belong to a scope."""

    scope: str
    uid: bytes


def drop_customers(connection: sa.Connection, customers: Iterable[Left]) -> None:
    """Out of the feed, without a word: its readers have them from another scope as well."""
    went = list(customers)
    rows = [(one.scope, name, one.uid) for one in went for name in (CUSTOMER, *_BESIDE)]
    for group in batched({one.uid for one in went}):
        keys = keys_of(connection, group)
        rows += [
            (one.scope, CONFLICT, key)
            for one in went
            if one.uid in keys
            for key in sorted(keys[one.uid])
        ]
    if rows:
        take_out(connection, rows)


def lay_tombstones(connection: sa.Connection, customers: Iterable[Left]) -> None:
    """In the place of customers, at the end of the feed; what stands beside them goes with them.

    Takes the feed's lock: nothing but a commit may follow.
    """
    went = list(customers)
    drop_customers(connection, went)
    items = [_item(each) for each in went]
    upsert(connection, tombstone, [{"scope": i.scope, "uid": i.uid, "at_ms": 0} for i in items])
    publish(connection, items)


def forget_tombstones(database: Database, now_ms: int) -> int:
    """Those that nobody needs any more; from then on older cursors are sent back.

    The days of a tombstone are counted from the first night that finds it. Of a province only what
    its snapshot comes after is forgotten: whoever is sent back must find one that does not need it.
    Returns how many.
    """
    with database.writing() as connection:
        fresh = sa.update(tombstone).where(tombstone.c.at_ms == 0)
        connection.execute(fresh.values(at_ms=now_ms))
        old = sa.select(tombstone.c.scope, tombstone.c.uid, feed.c.pos).join(
            feed,
            (feed.c.scope == tombstone.c.scope)
            & (feed.c.entity == GONE)
            & (feed.c.uid == tombstone.c.uid),
        )
        found = connection.execute(old.where(tombstone.c.at_ms < now_ms - KEPT_MS)).all()
        newest = _snapshots(connection)
        over = [row for row in found if row.pos <= newest.get(row.scope, _last(row))]
        if over:
            take_out(connection, [(row.scope, GONE, row.uid) for row in over])
        horizon: dict[str, int] = {}
        for row in over:
            mine = (tombstone.c.scope == row.scope) & (tombstone.c.uid == row.uid)
            connection.execute(sa.delete(tombstone).where(mine))
            horizon[row.scope] = max(horizon.get(row.scope, 0), row.pos)
        rows = [{"scope": scope, "pos": pos} for scope, pos in horizon.items()]
        upsert(connection, feed_horizon, rows)
        return len(over)


def _last(row: sa.Row[str, bytes, int]) -> int:
    """How far may be forgotten where no snapshot goes: of what one terminal was told, all."""
    return int(row.pos) if row.scope.startswith(TERMINAL) else 0


def _item(left: Left) -> Item:
    body = msgspec.msgpack.encode(GoneRow(CUSTOMER, left.uid))
    return Item(left.scope, GONE, left.uid, body)


def _snapshots(connection: sa.Connection) -> dict[str, int]:
    """Up to which position the snapshots of today's counting go, by scope."""
    rows = connection.execute(
        sa.select(snapshot.c.scope, snapshot.c.manifest).where(
            snapshot.c.feed_epoch == feed_epoch(connection)
        )
    )
    return {
        row.scope: msgspec.msgpack.decode(row.manifest, type=Manifest).pos for row in rows.all()
    }
