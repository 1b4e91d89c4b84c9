"""The way down: in each scope every object stands once, at its newest version.

A row that changes moves to the end. Positions are given out under a lock that is the last one
taken, so that they become visible in their order and no reader's cursor passes over one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.prepared import Prepared
from sync.headquarters.answers import feed_forgotten, other_feed_epoch
from sync.headquarters.database import lock_feed, upsert
from sync.headquarters.kept_tables import feed_horizon
from sync.headquarters.tables import feed
from sync.headquarters.told import Mark, tells
from sync.wire import FeedPage, FeedQuery, FeedRow, feed_checksum

_ASKED_AT_ONCE = 500
_ANY = ""
"""In place of a scope: how far positions were given out when rows were last taken out."""

_TOP = Prepared(
    sa.select(
        sa.select(sa.func.max(feed.c.pos)).scalar_subquery().label("stands"),
        sa.select(sa.func.max(feed_horizon.c.pos)).scalar_subquery().label("went"),
    )
)
_HORIZON = Prepared(
    sa.select(feed_horizon.c.pos).where(feed_horizon.c.scope == sa.bindparam("of_scope"))
)
_PAGE = Prepared(
    sa.select(feed.c.pos, feed.c.entity, feed.c.uid, feed.c.version, feed.c.body)
    .where(feed.c.scope == sa.bindparam("of_scope"), feed.c.pos > sa.bindparam("after"))
    .order_by(feed.c.pos)
    .limit(sa.bindparam("most"))
)


def province_scope(province: str) -> str:
    """The scope of everything that the counters of one province share."""
    return f"P:{province}"


TERMINAL = "T:"
"""How the scope of one writer begins."""

NATION = "N"
"""The scope of what every counter of the country must know."""


def branch_scope(office: str) -> str:
    """The scope of what only the counters of one office are told."""
    return f"B:{office}"


def terminal_scope(terminal: int, epoch: int) -> str:
    """The scope of what one writer asked for: customers of other provinces."""
    return f"{TERMINAL}{terminal}/{epoch}"


def province_of(scope: str) -> str:
    """The province whose scope it is."""
    return scope.removeprefix("P:")


@dataclass(frozen=True, slots=True)
class Item:
    """One object of a scope as it now stands. ``version`` 0: none but its place in the feed."""

    scope: str
    entity: str
    uid: bytes
    body: bytes
    version: int = 0


def publish(connection: sa.Connection, items: Sequence[Item]) -> None:
    """Put objects at the end of the feed, each once and in this order.

    Takes the feed's lock: nothing but a commit may follow.
    """
    if not items:
        return
    lock_feed(connection)
    last = last_position(connection)
    values = [
        {
            "pos": last + place,
            "scope": item.scope,
            "entity": item.entity,
            "uid": item.uid,
            "version": item.version or last + place,
            "body": item.body,
        }
        for place, item in enumerate(items, start=1)
    ]
    upsert(connection, feed, values, "scope", "entity", "uid")
    tells(connection, Mark(feed=last + len(items)))


def batched(uids: Collection[bytes]) -> Iterator[tuple[bytes, ...]]:
    """In an order that does not depend on chance, as many at a time as one question may name."""
    ordered = sorted(uids)
    for start in range(0, len(ordered), _ASKED_AT_ONCE):
        yield tuple(ordered[start : start + _ASKED_AT_ONCE])


def read_page(connection: sa.Connection, query: FeedQuery, feed_epoch: str) -> FeedPage:
    """What stands after the reader's cursor.

    Raises Refused when the cursor is not of this feed: headquarters was restored meanwhile; or
    when tombstones that the reader never saw are gone, and with them the names of what it has to
    drop.
    """
    newest = last_position(connection)
    if query.feed_epoch != feed_epoch or query.after > newest:
        raise other_feed_epoch()
    if query.after > 0 and max(query.after, query.began) < _horizon(connection, query.scope):
        raise feed_forgotten()
    wanted = {"of_scope": query.scope, "after": query.after, "most": query.limit}
    found = _PAGE.all(connection, wanted)
    page = FeedPage(
        scope=query.scope,
        feed_epoch=feed_epoch,
        rows=msgspec.msgpack.encode([FeedRow(*row) for row in found]),
        checksum=bytes(32),
        following=found[-1].pos if found else query.after,
        more=len(found) == query.limit,
        newest=newest,
    )
    return replace(page, checksum=feed_checksum(page, query.after))


def last_position(connection: sa.Connection) -> int:
    """Of the newest row that any scope ever had; 0 before the first."""
    top = _TOP.first(connection)
    return max(top.stands or 0, top.went or 0)


def take_out(connection: sa.Connection, rows: Iterable[tuple[str, str, bytes]]) -> None:
    """Rows by scope, entity and uid. No position is given out a second time for that.

    Takes the feed's lock: nothing but a commit may follow.
    """
    lock_feed(connection)
    upsert(connection, feed_horizon, [{"scope": _ANY, "pos": last_position(connection)}])
    for scope, entity, uid in rows:
        mine = (feed.c.scope == scope) & (feed.c.entity == entity) & (feed.c.uid == uid)
        connection.execute(sa.delete(feed).where(mine))


def _horizon(connection: sa.Connection, scope: str) -> int:
    """The position of the newest tombstone of the scope that is no longer kept."""
    row = _HORIZON.first(connection, {"of_scope": scope})
    return 0 if row is None else int(row.pos)
