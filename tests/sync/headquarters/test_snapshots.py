"""A scope written down in parts: one moment, one signature, one position."""

from hashlib import sha256

import msgspec
import pytest
import sqlalchemy as sa
from nacl.signing import VerifyKey

from app.store.tables.customers import customer
from sync.headquarters.answers import Refused
from sync.headquarters.feed import last_position
from sync.headquarters.snapshots import make_snapshot, newest_manifest, read_part
from sync.headquarters.tables import snapshot_part
from sync.snapshot import SNAPSHOT_PREFIX, Manifest, Part, PartQuery, SnapshotQuery
from sync.wire import unpack
from tests.sync.country import Country

SCOPE = "P:01"


@pytest.fixture
def peopled(country: Country) -> Country:
    counter = country.counter()
    for nth in range(1, 6):
        counter.record(counter.registration(nth))
    assert counter.sync().problem == ""
    return country


def made(country: Country, rows: int = 2) -> Manifest:
    hq = country.headquarters
    return make_snapshot(hq.database, hq.keys, SCOPE, country.clock.now_ms(), rows)


def test_every_customer_of_the_province_stands_in_one_part(peopled: Country) -> None:
    manifest = made(peopled)

    with peopled.headquarters.database.reading() as connection:
        bodies = [
            read_part(connection, PartQuery(snapshot=manifest.snapshot, part=place), [SCOPE])
            for place in range(len(manifest.parts))
        ]
        assert manifest.pos == last_position(connection)
    found = [row.number for body in bodies for row in unpack(body, Part).customers]
    assert [sha256(body).digest() for body in bodies] == manifest.parts
    assert len(manifest.parts) == 3
    assert len(set(found)) == len(found) == manifest.rows == 5
    assert found == sorted(found)


def test_the_manifest_is_signed_by_headquarters(peopled: Country) -> None:
    manifest = made(peopled)

    with peopled.headquarters.database.reading() as connection:
        query = SnapshotQuery(scope=SCOPE, feed_epoch=manifest.feed_epoch)
        sealed = newest_manifest(connection, query)
    VerifyKey(peopled.keys.public).verify(SNAPSHOT_PREFIX + sealed.payload, sealed.signature)
    assert msgspec.msgpack.decode(sealed.payload, type=Manifest) == manifest


def test_a_newer_snapshot_takes_the_place_of_the_older(peopled: Country) -> None:
    older = made(peopled)
    peopled.clock.advance(60_000)
    newer = made(peopled, rows=100)

    with peopled.headquarters.database.reading() as connection:
        with pytest.raises(Refused):
            read_part(connection, PartQuery(snapshot=older.snapshot, part=0), [SCOPE])
        kept = connection.scalars(sa.select(snapshot_part.c.snapshot)).all()
    assert kept == [newer.snapshot]


def test_nobody_reads_a_part_of_another_province_or_another_counting(peopled: Country) -> None:
    manifest = made(peopled)

    with peopled.headquarters.database.reading() as connection:
        with pytest.raises(Refused):
            read_part(connection, PartQuery(snapshot=manifest.snapshot, part=0), ["P:79"])
        with pytest.raises(Refused):
            newest_manifest(connection, SnapshotQuery(scope=SCOPE, feed_epoch="another"))
        with pytest.raises(Refused):
            newest_manifest(connection, SnapshotQuery(scope="P:79", feed_epoch=manifest.feed_epoch))


def test_a_province_without_customers_has_an_empty_snapshot(country: Country) -> None:
    manifest = made(country)

    assert (manifest.rows, manifest.parts) == (0, [])
    assert country.hq(sa.select(sa.func.count()).select_from(customer)) == 0
