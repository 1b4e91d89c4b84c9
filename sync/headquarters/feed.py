"""The way down: in each scope every object stands once, at its newest version.

A row that changes moves to the end. Positions are given out under a lock that is the last one
taken, so that they become visible in their order and no reader's cursor passes over one.
"""

from collections.abc import Collection

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.snapshot import CustomerRow
from app.store.tables.customers import customer
from sync.headquarters.answers import other_feed_epoch
from sync.headquarters.database import lock_feed, upsert
from sync.headquarters.tables import feed
from sync.wire import FeedPage, FeedQuery, FeedRow, feed_checksum

_COLUMNS = [customer.c[name] for name in CustomerRow.__struct_fields__]


def province_scope(province: str) -> str:
    """The scope of everything that the counters of one province share."""
    return f"P:{province}"


def province_of(scope: str) -> str:
    """The province whose scope it is."""
    return scope.removeprefix("P:")


def publish_customers(connection: sa.Connection, uids: Collection[bytes]) -> None:
    """Let the customers' rows as they now stand be read by all counters of their province.

    Takes the feed's lock: nothing but a commit may follow.
    """
    if not uids:
        return
    rows = [
        CustomerRow(*row)
        for row in connection.execute(sa.select(*_COLUMNS).where(customer.c.uid.in_(uids)))
    ]
    if not rows:
        return
    lock_feed(connection)
    last = last_position(connection)
    values = [
        {
            "pos": last + place,
            "scope": province_scope(row.number[:2]),
            "entity": "customer",
            "uid": row.uid,
            "version": row.version,
            "body": msgspec.msgpack.encode(row),
        }
        for place, row in enumerate(rows, start=1)
    ]
    upsert(connection, feed, values, "scope", "entity", "uid")


def read_page(connection: sa.Connection, query: FeedQuery, feed_epoch: str) -> FeedPage:
    """What stands after the reader's cursor.

    Raises Refused when the cursor is not of this feed: headquarters was restored meanwhile.
    """
    if query.feed_epoch != feed_epoch or query.after > last_position(connection):
        raise other_feed_epoch()
    found = connection.execute(
        sa.select(feed.c.pos, feed.c.entity, feed.c.uid, feed.c.version, feed.c.body)
        .where(feed.c.scope == query.scope, feed.c.pos > query.after)
        .order_by(feed.c.pos)
        .limit(query.limit)
    ).all()
    page = FeedPage(
        scope=query.scope,
        feed_epoch=feed_epoch,
        rows=msgspec.msgpack.encode([FeedRow(*row) for row in found]),
        checksum=bytes(32),
        following=found[-1].pos if found else query.after,
        more=len(found) == query.limit,
    )
    return replace(page, checksum=feed_checksum(page, query.after))


def last_position(connection: sa.Connection) -> int:
    """Of the newest row in any scope; 0 before the first."""
    return connection.scalar(sa.select(sa.func.max(feed.c.pos))) or 0
