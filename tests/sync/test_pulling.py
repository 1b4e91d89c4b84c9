"""Who leaves a scope leaves its counters; who was away too long reads it from the beginning."""

import sqlalchemy as sa

from app.journal.kinds.customers import Change, CustomerEdited
from app.store.origins import place_of
from app.store.outbox import exceptions
from app.store.pinned import KEPT_MS
from app.store.sweeping import begin_sweep
from app.store.tables.cards import pinned_customer
from app.store.tables.conflicts import conflict_heard
from app.store.tables.heard import feed_seen
from app.store.tables.relations import customer_address
from app.store.tables.shipments import shipment
from app.store.tables.station import feed_cursor
from app.store.verification import verify
from sync.headquarters.tables import quarantine
from sync.headquarters.tombstones import KEPT_MS as TOMBSTONES_MS
from sync.headquarters.tombstones import forget_tombstones
from sync.simulation.invariants import check
from tests.sync.country import Country, lost
from tests.sync.rules import an_address, complain, known_to
from tests.sync.two_provinces import AWAY, FAR, HOME, OWN, known, pinned, street, two_provinces

LONG = TOMBSTONES_MS + 3_600_000
COUNT = sa.func.count()


def test_what_happens_to_her_at_home_reaches_the_counter_that_asked(country: Country) -> None:
    two = two_provinces(country)
    number = two.fetch()

    two.edit(0, "7 Tràng Tiền")
    two.here.record(an_address(two.people[0].uid, b"a" * 16, "3 Hàng Khay"))
    two.meet()

    assert street(two.far, number) == "7 Tràng Tiền"
    assert two.far.scalar(sa.select(COUNT).select_from(customer_address)) == 1
    assert verify(two.far.store).ok


def test_when_the_month_is_over_headquarters_says_so(country: Country) -> None:
    two = two_provinces(country)
    two.fetch()
    two.here.record(an_address(two.people[0].uid, b"a" * 16, "3 Hàng Khay"))
    two.meet()
    with two.far.store.noting() as connection:  # whatever the counter's own clock may say
        connection.execute(sa.update(pinned_customer).values(until_ms=2**50))
    country.clock.advance(KEPT_MS + 60_000)

    two.meet()

    assert (known(two.far), pinned(two.far)) == ([], 0)
    assert two.far.scalar(sa.select(COUNT).select_from(customer_address)) == 0
    assert two.told(OWN) == ["gone"]
    assert known(two.here) == [two.people[0].number]
    two.edit(0, "9 Hàng Bài")
    two.meet()
    assert known(two.far) == []


def test_what_contends_leaves_with_her(country: Country) -> None:
    two = two_provinces(country)
    two.fetch()
    beside = country.counter()
    assert beside.sync().problem == ""
    two.edit(0, "9 Hàng Bài")
    change = Change("street", two.people[0].street, "7 Tràng Tiền")
    uid = two.people[0].uid
    beside.record(CustomerEdited(uid=uid, base_version=1, changes=[change], citizen=None))
    assert beside.sync().problem == ""
    two.meet()
    contending = sa.select(COUNT).select_from(conflict_heard)
    assert (two.far.scalar(contending), "conflict" in two.told(OWN)) == (1, True)

    country.clock.advance(KEPT_MS + 60_000)
    two.meet()

    assert (two.far.scalar(contending), two.told(OWN)) == (0, ["gone"])
    assert (two.here.scalar(contending), "conflict" in two.told(HOME)) == (1, True)


def test_whoever_is_asked_for_again_comes_back(country: Country) -> None:
    two = two_provinces(country)
    two.fetch()
    country.clock.advance(KEPT_MS + 60_000)
    two.meet()

    number = two.fetch()
    two.edit(0, "7 Tràng Tiền")
    two.meet()

    assert street(two.far, number) == "7 Tràng Tiền"


def test_whom_the_books_name_stays_when_the_month_is_over(small_country: Country) -> None:
    two = two_provinces(small_country)
    number = two.fetch()
    two.sell(two.people[0])
    two.meet()
    small_country.clock.advance(KEPT_MS + 60_000)

    two.meet()

    assert known(two.far) == [number]
    assert two.far.scalar(sa.select(COUNT).select_from(shipment)) == 1
    assert verify(two.far.store).ok


def test_somebody_of_the_own_province_is_nobodys_guest(small_country: Country) -> None:
    two = two_provinces(small_country)
    neighbour = small_country.counter("118050")
    two.far = neighbour
    number = two.fetch()
    small_country.clock.advance(KEPT_MS + 60_000)

    two.meet()

    assert (known(neighbour), pinned(neighbour)) == ([number], 0)


def test_with_whoever_was_asked_for_come_those_who_are_one_with_her(country: Country) -> None:
    two = two_provinces(country, people=2)
    her, same = two.people
    number = two.fetch()
    two.merge(same, her)

    two.meet()

    assert known(two.far) == sorted([number, same.number])
    assert verify(two.far.store).ok
    country.clock.advance(KEPT_MS + 60_000)
    two.meet()
    assert known(two.far) == []


def test_parted_again_each_leaves_the_others_province(country: Country) -> None:
    two = two_provinces(country)
    (her,) = two.people
    other = two.someone_far()
    two.merge(other, her)
    two.meet()
    assert known(two.far) == known(two.here) == sorted([her.number, other.number])

    two.unmerge(other, her)
    two.meet()

    assert known(two.here) == [her.number]
    assert known(two.far) == [other.number]
    assert ("gone" in two.told(HOME), "gone" in two.told(AWAY)) == (True, True)
    check(country.headquarters, country.counters)


def test_joined_once_more_they_come_back(country: Country) -> None:
    two = two_provinces(country)
    (her,) = two.people
    other = two.someone_far()
    two.merge(other, her)
    two.unmerge(other, her)
    two.meet()

    two.merge(other, her)
    two.meet()
    fresh = country.counter(FAR)
    fresh.sync()

    both = sorted([her.number, other.number])
    assert [known(each) for each in (two.here, two.far, fresh)] == [both, both, both]


def test_her_guest_record_is_not_taken_from_her_own_province(country: Country) -> None:
    two = two_provinces(country)
    (her,) = two.people
    number = two.fetch()
    other = two.someone_far()
    two.merge(other, her)
    two.meet()
    country.clock.advance(KEPT_MS + 60_000)

    two.meet()

    assert known(two.far) == sorted([number, other.number])


def test_a_counter_that_was_away_too_long_misses_nobody_and_keeps_nobody(country: Country) -> None:
    two = two_provinces(country)
    (her,) = two.people
    other = two.someone_far()
    two.merge(other, her)
    two.meet()
    two.sell(other)
    two.unmerge(other, her)
    two.here.sync()
    for _ in range(2):
        two.night(AWAY)
        country.clock.advance(LONG)
        two.night(AWAY)
    assert "gone" not in two.told(AWAY)
    newcomer = country.counter(FAR)
    newcomer.sync()
    two.far.wire.before = lambda path: lost() if path == "/v1/snapshot-part" else None
    assert two.far.sync().problem == "sync.unreached"
    assert known(two.far) == sorted([her.number, other.number])
    two.far.wire.calm()

    passed = two.far.sync()

    assert (passed.problem, passed.pending) == ("", 0)
    assert known(two.far) == known(newcomer) == [other.number]
    assert two.far.scalar(sa.select(COUNT).select_from(feed_seen)) == 0
    assert two.far.scalar(sa.select(COUNT).select_from(shipment)) == 1
    paths: list[str] = []
    two.far.wire.before = paths.append
    assert two.far.sync().problem == ""
    assert "/v1/snapshot" not in paths


def test_a_reading_that_just_began_is_not_sent_back(country: Country) -> None:
    two = two_provinces(country)
    two.fetch()
    country.clock.advance(KEPT_MS + 60_000)
    two.meet()
    database = country.headquarters.database
    assert forget_tombstones(database, country.clock.now_ms()) == 0
    country.clock.advance(LONG)
    assert forget_tombstones(database, country.clock.now_ms()) == 1

    two.fetch()
    two.edit(0, "7 Tràng Tiền")
    two.meet()
    two.edit(0, "9 Hàng Bài")
    two.meet()

    assert street(two.far, two.people[0].number) == "9 Hàng Bài"


def test_without_a_snapshot_nobody_is_missed(small_country: Country) -> None:
    two = two_provinces(small_country)
    with two.here.store.noting() as connection:
        begin_sweep(connection, HOME)
        connection.execute(sa.delete(feed_cursor))
    neighbour = known(two.here)

    assert two.here.sync().problem == ""

    assert known(two.here) == neighbour
    assert two.here.scalar(sa.select(COUNT).select_from(feed_seen)) == 0


def test_beyond_a_copy_that_nobody_noticed_every_scope_is_read_again(
    small_country: Country,
) -> None:
    writing, reading = small_country.counter(), small_country.counter()
    reading.sync()
    copy = small_country.backup()
    writing.record(writing.registration(1))
    complain(writing, known_to(writing)[0][0])
    writing.sync()
    reading.sync()

    small_country.put_back(copy)

    assert reading.sync().problem == ""


def test_what_is_held_or_released_is_heard_with_the_next_hello(small_country: Country) -> None:
    two = two_provinces(small_country)
    held = {
        "place": place_of(1, 2), "terminal": 7001, "epoch": 1, "seq": 2, "status": "quarantined",
        "code": "unbalanced", "detail": "10", "since_ms": 1,
    }  # fmt: skip
    database = small_country.headquarters.database
    with database.writing() as connection:
        connection.execute(sa.insert(quarantine).values(held))

    two.here.sync()

    with two.here.store.reading() as connection:
        assert [(each.seq, each.code) for each in exceptions(connection)] == [(2, "unbalanced")]
    with database.writing() as connection:
        connection.execute(sa.delete(quarantine))

    two.here.sync()

    with two.here.store.reading() as connection:
        assert exceptions(connection) == ()
