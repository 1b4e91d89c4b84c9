"""Making snapshots of a scope, and giving them out."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import Any

import msgspec
import sqlalchemy as sa

from app.ids import new_id
from app.store.gone import GONE
from app.store.own_records import own_records
from app.store.tables.customers import customer
from sync.headquarters.answers import no_snapshot
from sync.headquarters.database import Database
from sync.headquarters.feed import last_position, province_of
from sync.headquarters.keys import HeadquartersKeys
from sync.headquarters.pins import end_all_pins
from sync.headquarters.publishing import write_log
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.tables import feed, snapshot, snapshot_part
from sync.headquarters.tombstones import forget_tombstones
from sync.snapshot import (
    PART_ROWS,
    SNAPSHOT_PREFIX,
    Carried,
    Manifest,
    Part,
    PartQuery,
    SnapshotQuery,
)
from sync.wire import Sealed, pack


def make_snapshot(
    database: Database, keys: HeadquartersKeys, scope: str, now_ms: int, rows: int = PART_ROWS
) -> Manifest:
    """Write down a scope as it stands, ``rows`` to a part; older snapshots of it go, and with them
    what nobody need be told any more.

    Position and rows are read in one transaction, so that nothing falls between them. A counter
    that has half of an older snapshot begins again with this one.
    """
    with database.writing() as connection:
        counting = feed_epoch(connection)
    name = new_id(now_ms).hex()
    digests: list[bytes] = []
    count = 0
    with database.reading_one_moment() as connection:
        pos = last_position(connection)
        for place, found in enumerate(_parts(connection, scope, rows)):
            body = pack(found)
            digests.append(sha256(body).digest())
            count += len(found.customers) + len(found.carried)
            with database.writing() as writing:
                row = {"snapshot": name, "part": place, "body": body}
                writing.execute(sa.insert(snapshot_part).values(row))
    manifest = Manifest(
        snapshot=name,
        scope=scope,
        feed_epoch=counting,
        pos=pos,
        rows=count,
        parts=digests,
        made_ms=now_ms,
    )
    _publish(database, keys, manifest)
    end_all_pins(database, now_ms)
    forget_tombstones(database, now_ms)
    return manifest


def newest_manifest(connection: sa.Connection, query: SnapshotQuery) -> Sealed:
    """Raises Refused when there is none in this counting of positions."""
    found = connection.execute(
        sa.select(snapshot).where(
            snapshot.c.scope == query.scope, snapshot.c.feed_epoch == query.feed_epoch
        )
    ).one_or_none()
    if found is None:
        raise no_snapshot()
    return Sealed(payload=found.manifest, key=found.key, signature=found.signature)


def read_part(connection: sa.Connection, query: PartQuery, scopes: list[str]) -> bytes:
    """One packed part, exactly as its digest was taken. Raises Refused."""
    body: bytes | None = connection.scalar(
        sa.select(snapshot_part.c.body)
        .join(snapshot, snapshot.c.snapshot == snapshot_part.c.snapshot)
        .where(
            snapshot_part.c.snapshot == query.snapshot,
            snapshot_part.c.part == query.part,
            snapshot.c.scope.in_(scopes),
        )
    )
    if body is None:
        raise no_snapshot()
    return body


def _parts(connection: sa.Connection, scope: str, rows: int) -> Iterator[Part]:
    """Customers by their table, since not all were published; whatever else is, by the feed."""
    went = sa.select(feed.c.entity, feed.c.body).where(feed.c.scope == scope, feed.c.entity == GONE)
    for group in _groups(connection, went, rows):  # first: some of them may have come back
        yield Part(carried=[Carried(*row) for row in group])
    people = sa.func.substr(customer.c.number, 1, 2) == province_of(scope)
    foreign = sa.select(feed.c.uid).where(feed.c.scope == scope, feed.c.entity == "customer")
    records = own_records(connection, people | customer.c.uid.in_(foreign), rows)
    while part := list(islice(records, rows)):
        yield Part(customers=part)
    others = (
        sa.select(feed.c.entity, feed.c.body)
        .where(feed.c.scope == scope, feed.c.entity.not_in(("customer", GONE)))
        .order_by(feed.c.pos)
    )
    for group in _groups(connection, others, rows):
        yield Part(carried=[Carried(*row) for row in group])


def _groups(
    connection: sa.Connection, query: sa.Select[Any], rows: int
) -> Iterator[Sequence[Sequence[Any]]]:
    with connection.execution_options(yield_per=rows).execute(query) as found:
        yield from found.partitions()


def _publish(database: Database, keys: HeadquartersKeys, manifest: Manifest) -> None:
    payload = msgspec.msgpack.encode(manifest)
    row: dict[str, Any] = {
        "scope": manifest.scope,
        "snapshot": manifest.snapshot,
        "feed_epoch": manifest.feed_epoch,
        "manifest": payload,
        "key": keys.public,
        "signature": keys.signing_key.sign(SNAPSHOT_PREFIX + payload).signature,
    }
    with database.writing() as connection:
        connection.execute(sa.delete(snapshot).where(snapshot.c.scope == manifest.scope))
        connection.execute(sa.insert(snapshot).values(row))
        kept = sa.select(snapshot.c.snapshot)
        connection.execute(sa.delete(snapshot_part).where(snapshot_part.c.snapshot.not_in(kept)))
        write_log(connection, manifest.made_ms, "snapshot_made", manifest.snapshot)
