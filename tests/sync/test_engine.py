"""One pass at a time between real counters and a real headquarters, with trouble on the line."""

import shutil
from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.settings import Home
from app.store.faults import StoreOlderThanBooks
from app.store.outbox import exceptions, outbox
from app.store.station import lease_levels
from app.store.store import open_store
from app.store.tables.customers import customer
from app.store.tables.journal import push_state
from app.store.tables.shipments import shipment
from app.store.verification import verify
from sync.headquarters.database import open_embedded
from sync.headquarters.office import Headquarters
from sync.headquarters.tables import entry, quarantine
from sync.transport import Reply
from sync.wire import Refusal, pack
from tests.sync.country import Counter, Country, lost

ENTRIES = sa.select(sa.func.count()).select_from(entry)


def acked(counter: Counter) -> int:
    with counter.store.reading() as connection:
        box = outbox(connection)
    assert box is not None
    return box.acked


def recorded(counter: Counter) -> int:
    with counter.store.reading() as connection:
        box = outbox(connection)
    assert box is not None
    return box.head.seq


@pytest.fixture
def counter(small_country: Country) -> Counter:
    made = small_country.counter()
    assert made.sync().problem == ""
    return made


def test_an_unchanged_counter_has_nothing_to_send(counter: Counter) -> None:
    passed = counter.sync()

    assert (passed.pushed, passed.pulled, passed.pending, passed.problem) == (0, 0, 0, "")


def test_a_lost_reply_loses_nothing_and_doubles_nothing(
    counter: Counter, small_country: Country
) -> None:
    counter.record(counter.registration(1))
    counter.wire.after = lambda path, reply: lost() if path == "/v1/push" else reply
    assert counter.sync().problem == "sync.unreached"
    assert small_country.hq(ENTRIES) == recorded(counter)
    assert acked(counter) == recorded(counter) - 1

    counter.wire.calm()

    assert counter.sync().problem == ""
    assert acked(counter) == small_country.hq(ENTRIES) == recorded(counter)


def test_a_lost_request_is_sent_again(counter: Counter, small_country: Country) -> None:
    counter.record(counter.registration(1))
    counter.wire.before = lost
    assert counter.sync().problem == "sync.unreached"

    counter.wire.calm()
    counter.sync()

    assert small_country.hq(ENTRIES) == recorded(counter)


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (500, "sync.unreached"),
        (502, "sync.unreached"),
        (503, "sync.headquarters_busy"),
        (429, "sync.headquarters_busy"),
        (403, "sync.not_admitted"),
        (401, "sync.not_recognised"),
        (400, "sync.not_understood"),
        (404, "sync.unreached"),
    ],
)
def test_no_status_ever_changes_an_entry(counter: Counter, status: int, problem: str) -> None:
    counter.record(counter.registration(1))
    before = acked(counter)
    counter.wire.after = lambda path, reply: (
        Reply(status, pack(Refusal(code="x"))) if path.startswith("/v1/push") else reply
    )

    passed = counter.sync()

    assert passed.problem == problem
    assert acked(counter) == before
    counter.wire.calm()
    assert counter.sync().pending == 0


def test_headquarters_is_left_alone_as_long_as_it_asks(
    counter: Counter, small_country: Country
) -> None:
    counter.wire.after = lambda _path, _reply: Reply(503, b"", 1_000)

    passed = counter.sync()

    assert passed.next_try_ms >= small_country.clock.now_ms() + 1_000_000


def test_back_off_grows_is_kept_and_ends_with_the_first_success(counter: Counter) -> None:
    counter.wire.before = lost
    for _ in range(20):
        passed = counter.sync()
    waits = passed.next_try_ms - counter.store.clock.now_ms()
    assert 0 <= waits <= 300_000
    assert counter.scalar(sa.select(push_state.c.attempts)) == 20

    counter.wire.calm()

    assert counter.sync().next_try_ms == 0
    assert counter.scalar(sa.select(push_state.c.attempts)) == 0


def test_a_smaller_limit_on_the_way_halves_the_batch_until_it_fits(
    counter: Counter, small_country: Country
) -> None:
    for nth in range(1, 9):
        counter.record(counter.registration(nth))
    counter.wire.longest = 1_200

    passed = counter.sync()

    assert (passed.problem, passed.pending) == ("", 0)
    assert small_country.hq(ENTRIES) == recorded(counter)


def test_what_headquarters_cannot_read_is_sent_as_bare_bytes_and_has_its_effect(
    counter: Counter, small_country: Country
) -> None:
    counter.record(counter.registration(1))
    counter.record(counter.registration(2))
    counter.wire.instead["/v1/push"] = Reply(422, pack(Refusal(code="unreadable")))

    passed = counter.sync()

    assert (passed.problem, passed.pending) == ("", 0)
    assert small_country.hq(ENTRIES) == recorded(counter)
    with counter.store.reading() as connection:
        assert exceptions(connection) == ()


def test_headquarters_restored_from_a_copy_gets_again_what_it_lost(
    counter: Counter, small_country: Country
) -> None:
    place = small_country.folder / "headquarters" / "headquarters.db"
    counter.record(counter.registration(1))
    counter.sync()
    restart(small_country)
    shutil.copy(place, place.with_suffix(".copy"))
    counter.record(counter.registration(2))
    counter.sync()
    stood = acked(counter)
    small_country.headquarters.close()
    shutil.copy(place.with_suffix(".copy"), place)
    restart(small_country)

    passed = counter.sync()

    assert (passed.problem, passed.pending) == ("", 0)
    assert acked(counter) == small_country.hq(ENTRIES) == stood


def restart(country: Country) -> None:
    country.headquarters.close()
    place = country.folder / "headquarters" / "headquarters.db"
    database = open_embedded(place, country.keys.database)
    country.headquarters = Headquarters(database, country.keys, country.clock)
    for counter in country.counters:
        counter.wire.headquarters = country.headquarters


def test_a_counter_put_back_from_an_old_image_gets_its_own_entries_back(
    counter: Counter, small_country: Country
) -> None:
    home = counter.store.home
    counter.store.close()
    shutil.copytree(home.root, home.root.with_name("image"))
    counter.store = open_store(home, small_country.clock)
    her = counter.registration(1)
    counter.record(her)
    counter.record(*counter.sale(1, her.uid))
    counter.sync()
    stood = recorded(counter)
    counter.store.close()
    shutil.rmtree(home.root)
    shutil.copytree(home.root.with_name("image"), home.root)
    counter.store = open_store(Home(home.root), small_country.clock)
    assert recorded(counter) < stood

    passed = counter.sync()

    assert (passed.problem, passed.pending, recorded(counter)) == ("", 0, stood)
    assert verify(counter.store).ok
    assert counter.scalar(sa.select(sa.func.count()).select_from(shipment)) == 1
    counter.record(counter.registration(2))
    counter.sync()
    assert small_country.hq(ENTRIES) == stood + 1


def test_an_old_image_may_write_nothing_until_its_entries_are_back(
    counter: Counter, small_country: Country
) -> None:
    home = counter.store.home
    counter.store.close()
    shutil.copytree(home.root, home.root.with_name("image"))
    counter.store = open_store(home, small_country.clock)
    counter.record(counter.registration(1))
    counter.sync()
    counter.store.close()
    shutil.rmtree(home.root)
    shutil.copytree(home.root.with_name("image"), home.root)
    counter.store = open_store(Home(home.root), small_country.clock)
    counter.wire.after = lambda path, reply: lost() if path == "/v1/entries" else reply

    assert counter.sync().problem == "sync.unreached"

    with pytest.raises(StoreOlderThanBooks):
        counter.record(counter.registration(2))


def test_two_counters_of_a_province_see_the_same_customers(small_country: Country) -> None:
    one, other = small_country.counter(), small_country.counter()
    one.record(one.registration(1))
    other.record(other.registration(1))
    for each in (one, other, one):
        assert each.sync().problem == ""

    names = sa.select(customer.c.number).order_by(customer.c.number)
    seen = []
    for each in (one, other):
        with each.store.reading() as connection:
            seen.append(list(connection.scalars(names)))
        assert verify(each.store).ok
    assert seen[0] == seen[1]
    assert len(seen[0]) == 2


def test_whoever_read_beyond_a_copy_that_nobody_has_noticed_reads_it_from_its_beginning(
    small_country: Country,
) -> None:
    writing, reading = small_country.counter(), small_country.counter()
    reading.sync()
    copy = small_country.backup()
    writing.record(writing.registration(1))
    writing.sync()
    reading.sync()

    small_country.put_back(copy)

    assert [each.sync().problem for each in (reading, writing, reading)] == [""] * 3
    found = sa.select(sa.func.count()).select_from(customer)
    assert reading.scalar(found) == small_country.hq(found) == 1


def test_a_page_cut_short_moves_no_cursor(small_country: Country) -> None:
    one, other = small_country.counter(), small_country.counter()
    one.record(one.registration(1))
    one.sync()
    other.wire.after = lambda path, reply: (
        replace(reply, body=reply.body[:-5]) if path == "/v1/feed" else reply
    )

    assert other.sync().problem == "sync.answer_unreadable"

    other.wire.calm()
    assert other.sync().pulled == 1


def test_a_lease_that_runs_low_is_followed_by_the_next(
    counter: Counter, small_country: Country
) -> None:
    for nth in range(1, 302):
        counter.record(counter.registration(nth))

    assert counter.sync().problem == ""

    with counter.store.reading() as connection:
        left = {row["prefix"]: row["left"] for row in lease_levels(connection)}
    assert left["0126"] == 199 + 1_000
    assert counter.sync().pending == 0
    assert small_country.hq(sa.select(sa.func.count()).select_from(quarantine)) == 0
