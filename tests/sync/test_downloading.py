"""A new counter gets its province: whole, once, through every break of the line."""

from collections.abc import Callable, Iterable

import msgspec
import pytest
import sqlalchemy as sa

from app.store.downloads import download_of
from app.store.outbox import cursor
from app.store.tables.customers import customer
from app.store.verification import verify
from sync.headquarters.feed import Item, publish
from sync.headquarters.snapshots import make_snapshot
from sync.snapshot import Manifest
from sync.transport import Reply
from sync.wire import Sealed, pack, unpack
from tests.sync.country import Counter, Country, lost

SCOPE = "P:01"
PEOPLE = 7


@pytest.fixture
def peopled(country: Country) -> Country:
    """Seven customers, a snapshot of them in parts of two, and one who came later."""
    first = country.counter()
    for nth in range(1, PEOPLE + 1):
        first.record(first.registration(nth))
    assert first.sync().problem == ""
    write_down(country)
    first.record(first.registration(PEOPLE + 1))
    assert first.sync().problem == ""
    return country


def write_down(country: Country) -> Manifest:
    hq = country.headquarters
    return make_snapshot(hq.database, hq.keys, SCOPE, country.clock.now_ms(), 2)


def names(counter: Counter) -> int:
    return counter.scalar(sa.select(sa.func.count()).select_from(customer))


def asked(counter: Counter) -> list[str]:
    paths: list[str] = []
    counter.wire.before = paths.append
    return paths


def test_a_new_counter_takes_the_snapshot_and_then_the_feed_from_its_position(
    peopled: Country,
) -> None:
    new = peopled.counter()
    paths = asked(new)

    passed = new.sync()

    assert (passed.problem, passed.pulled, names(new)) == ("", PEOPLE + 1, PEOPLE + 1)
    assert paths.count("/v1/snapshot-part") == 4
    assert paths.count("/v1/feed") == 3, "the province, the office, the nation"
    assert verify(new.store).ok


def test_the_next_pass_asks_for_no_snapshot(peopled: Country) -> None:
    new = peopled.counter()
    new.sync()
    paths = asked(new)

    assert new.sync().problem == ""
    assert not [path for path in paths if "snapshot" in path]


@pytest.mark.parametrize("parts", [0, 1, 3])
def test_a_line_that_breaks_costs_no_part_that_came(peopled: Country, parts: int) -> None:
    new = peopled.counter()
    came = 0

    def break_after(path: str, reply: Reply) -> Reply:
        nonlocal came
        if path == "/v1/snapshot-part":
            came += 1
            if came > parts:
                return lost()
        return reply

    new.wire.after = break_after
    assert new.sync().problem == "sync.unreached"
    assert names(new) == 2 * parts
    new.wire.calm()
    paths = asked(new)

    assert new.sync().problem == ""
    assert paths.count("/v1/snapshot-part") == 4 - parts
    assert names(new) == PEOPLE + 1


def test_a_snapshot_replaced_meanwhile_is_begun_anew(peopled: Country) -> None:
    new = peopled.counter()
    new.wire.after = lambda path, reply: lost() if path == "/v1/snapshot-part" else reply
    new.sync()
    new.wire.calm()
    peopled.clock.advance(1_000)
    write_down(peopled)

    assert new.sync().problem == ""
    assert names(new) == PEOPLE + 1


def flipped(body: bytes) -> Iterable[bytes]:
    for place in (0, len(body) // 2, len(body) - 1):
        yield body[:place] + bytes([body[place] ^ 1]) + body[place + 1 :]


def test_a_part_with_one_bit_changed_is_not_taken(peopled: Country) -> None:
    new = peopled.counter()
    for place in range(3):

        def spoil(path: str, reply: Reply, place: int = place) -> Reply:
            if path != "/v1/snapshot-part":
                return reply
            return Reply(200, list(flipped(reply.body))[place])

        new.wire.after = spoil
        assert new.sync().problem == "sync.answer_unreadable"
        assert names(new) == 0


def test_a_manifest_that_headquarters_did_not_sign_is_not_believed(peopled: Country) -> None:
    new = peopled.counter()

    def forge(path: str, reply: Reply) -> Reply:
        if path != "/v1/snapshot":
            return reply
        sealed = unpack(reply.body, Sealed)
        manifest = msgspec.msgpack.decode(sealed.payload, type=Manifest)
        payload = msgspec.msgpack.encode(msgspec.structs.replace(manifest, parts=[]))
        return Reply(200, pack(msgspec.structs.replace(sealed, payload=payload)))

    new.wire.after = forge
    assert new.sync().problem == "sync.answer_forged"
    assert names(new) == 0


def test_customers_that_are_here_already_are_not_doubled(peopled: Country) -> None:
    new = peopled.counter()
    new.record(new.registration(1))
    new.wire.before = lambda path: None if path in {"/v1/hello", "/v1/push"} else lost()
    assert new.sync().problem == "sync.unreached"
    new.wire.calm()
    write_down(peopled)

    assert new.sync().problem == ""
    assert names(new) == PEOPLE + 2
    assert verify(new.store).ok


def test_without_a_snapshot_the_feed_alone_does(country: Country) -> None:
    first = country.counter()
    first.record(first.registration(1))
    first.sync()
    new = country.counter()

    assert new.sync().problem == ""
    assert names(new) == 1
    with new.store.reading() as connection:
        assert download_of(connection, SCOPE) is None
        assert cursor(connection, SCOPE, write_down(country).feed_epoch) > 0


def test_a_snapshot_carries_whatever_else_the_scope_holds(
    peopled: Country, expect_log: Callable[[str], None]
) -> None:
    with peopled.headquarters.database.writing() as connection:
        publish(connection, [Item(SCOPE, "horse", bytes(16), b"?")])
    assert write_down(peopled).rows == PEOPLE + 2
    expect_log("1 rows of 'horse'")

    passed = peopled.counter().sync()

    assert (passed.problem, passed.unknown) == ("", 1)
