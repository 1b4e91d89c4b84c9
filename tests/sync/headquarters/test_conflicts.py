"""Conflicts come down to whoever sees the customer, and go when the customer is erased."""

import sqlalchemy as sa

from app.services.erasure import EraseCustomer, erase_customer
from app.store.tables.conflicts import conflict_heard
from sync.fetching import fetch_customer
from sync.headquarters.catching_up import tell_what_was_never_told
from sync.headquarters.settings import put_setting
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.tables import conflict, feed
from tests.sync.contending import (
    edits,
    lines,
    settles,
    street,
    two_streets,
)
from tests.sync.country import Country
from tests.sync.headquarters.test_cards import forget
from tests.sync.test_beside_everywhere import (
    SUPERVISOR,
    all_sync,
    an_id,
    check,
    page,
)


def test_a_new_counter_hears_of_open_conflicts_by_the_snapshot(small_country: Country) -> None:
    two_streets(small_country)
    hq = small_country.headquarters
    make_snapshot(hq.database, small_country.keys, "P:01", hq.clock.now_ms())

    fresh = small_country.counter()
    assert fresh.sync().problem == ""

    assert len(lines(fresh)) == 1
    check(small_country)


def test_a_headquarters_of_before_tells_once_what_it_held(small_country: Country) -> None:
    here, _, _ = two_streets(small_country)
    with small_country.headquarters.database.writing() as connection:
        put_setting(connection, "entities_told", "customer_beside complaint merge")
    with here.store.noting() as connection:
        connection.execute(sa.delete(conflict_heard))

    tell_what_was_never_told(small_country.headquarters.database)
    all_sync(small_country)

    assert len(lines(here)) == 1


def test_neither_value_outlives_an_erasure(country: Country) -> None:
    here, there, number = two_streets(country)
    settles(here, take=True)
    all_sync(country)
    edits(here, number, "street", "Phố Huế", "Cầu Gỗ")
    edits(there, number, "street", "Phố Huế", "Lý Quốc Sư")
    all_sync(country)

    command = EraseCustomer(an_id(country.clock), number, "khách yêu cầu")
    erase_customer(command, here.store.unit_of_work(), SUPERVISOR)
    assert lines(here) == ()
    all_sync(country)

    count = sa.select(sa.func.count())
    for counter in (here, there):
        assert counter.scalar(count.select_from(conflict_heard)) == 0
    assert country.hq(count.select_from(conflict)) == 0
    with country.headquarters.database.reading() as connection:
        bodies = b"".join(connection.scalars(sa.select(feed.c.body)))
    for word in ("Cầu Gỗ", "Lý Quốc Sư", "Phố Huế"):
        assert word.encode() not in bodies
    check(country)


def test_both_values_show_at_both_counters_with_who_when_and_where(country: Country) -> None:
    here, there, number = two_streets(country, other_office="100105")

    for counter in (here, there):
        (line,) = page(counter, number).conflicts
        assert lines(counter) == (line,)
        assert (line.label, line.holds.value, line.other.value) == (
            "Địa chỉ",
            "Hàng Đào",
            "Phố Huế",
        )
        assert (line.other.by.name, line.other.by.office, line.other.by.counter) == (
            "Trần Minh Châu",
            "100950",
            "1",
        )
        assert (line.holds.by.office, line.holds.by.counter) == ("100105", "2")
        assert line.holds.by.at is not None
        assert line.other.by.at is not None
        assert line.holds.by.at > line.other.by.at
        assert street(counter) == "Hàng Đào"
    check(country)


def test_who_is_fetched_comes_with_what_contends(small_country: Country) -> None:
    _, _, number = two_streets(small_country)
    third = small_country.counter()
    third.sync()
    forget(third, number)
    with third.store.noting() as connection:
        connection.execute(sa.delete(conflict_heard))

    fetch_customer(third.store, third.wire, number, "gdv1")
    assert len(page(third, number).conflicts) == 1
