"""A copy of headquarters' database is put back: what it forgot is lent to nobody else."""

from itertools import pairwise

import pytest
import sqlalchemy as sa

from app.domain.leases import LeaseKind
from app.store.tables.customers import customer
from app.store.tables.shipments import shipment
from app.store.tables.station import lease
from sync.headquarters.restoring import (
    LEAST_SKIPPED,
    TERMINALS_SKIPPED,
    highest,
    look_at_start,
    said_to_be_restored,
)
from sync.headquarters.tables import hq_log, lease_grant, quarantine, writer
from sync.simulation.invariants import check_headquarters
from tests.sync.country import Backup, Counter, Country


def in_trouble(country: Country) -> tuple[Counter, Counter, Backup]:
    """One counter took a second range and used it; headquarters is back to before that."""
    one, other = country.counter(), country.counter()
    her = one.registration(1)
    one.record(her)
    for each in (one, other):
        each.sync()
    copy = country.backup()
    use_up(one)
    one.sync()  # the second range comes with this one
    one.record(*one.sale(1, her.uid))
    one.record(one.registration(last_range(one)))
    one.sync()
    country.put_back(copy)
    return one, other, copy


def use_up(counter: Counter) -> None:
    """As if nearly all customers of the first range had been registered."""
    with counter.store.noting() as connection:
        connection.execute(
            sa.update(lease).where(lease.c.kind == "customer").values(next=lease.c.hi - 10)
        )


def last_range(counter: Counter) -> int:
    """The first number of the newest range of customers."""
    return counter.scalar(sa.select(sa.func.max(lease.c.lo)).where(lease.c.kind == "customer"))


def ranges(counter: Counter) -> set[tuple[str, str, int, int]]:
    with counter.store.reading() as connection:
        rows = connection.execute(sa.select(lease.c.kind, lease.c.prefix, lease.c.lo, lease.c.hi))
        return {(row.kind, row.prefix, row.lo, row.hi) for row in rows}


def share_nothing(*counters: Counter) -> bool:
    every = sorted(
        (kind, prefix, lo, hi) for each in counters for kind, prefix, lo, hi in ranges(each)
    )
    return all(a[:2] != b[:2] or a[3] < b[2] for a, b in pairwise(every))


def logged(country: Country, what: str) -> int:
    count = sa.select(sa.func.count()).select_from(hq_log)
    return country.hq(count.where(hq_log.c.what == what))


def test_the_list_beside_the_database_stops_the_second_lending(country: Country) -> None:
    one, other, _ = in_trouble(country)
    use_up(other)

    other.sync()

    assert last_range(other) > last_range(one)
    assert share_nothing(one, other)
    assert logged(country, "restore_noticed") == 1


def test_what_was_done_with_a_forgotten_range_is_booked_and_nothing_is_held(
    country: Country,
) -> None:
    one, other, _ = in_trouble(country)
    use_up(other)
    other.sync()

    one.sync()

    count = sa.select(sa.func.count())
    assert country.hq(count.select_from(quarantine)) == 0
    assert country.hq(count.select_from(shipment)) == 1
    assert country.hq(count.select_from(customer)) == 2
    assert logged(country, "lease_booked_again") >= 1
    for _ in range(2):
        for each in (one, other):
            assert each.sync().problem == ""
    check_headquarters(country.headquarters)


def test_a_person_says_it_where_the_list_was_put_back_too(country: Country) -> None:
    one, other, _ = in_trouble(country)
    path = country.headquarters.database.lent.path
    assert path is not None
    path.write_text("")
    said_to_be_restored(country.headquarters.database, "thay ổ đĩa", "an", country.clock.now_ms())
    use_up(other)

    other.sync()

    assert share_nothing(one, other)


def test_a_list_that_is_gone_is_the_sign_of_a_new_disk(country: Country) -> None:
    one, other, _ = in_trouble(country)
    path = country.headquarters.database.lent.path
    assert path is not None
    path.unlink()

    begun = look_at_start(country.headquarters.database, country.clock.now_ms())
    use_up(other)
    other.sync()

    assert begun is not None
    assert share_nothing(one, other)
    assert look_at_start(country.headquarters.database, country.clock.now_ms()) is None


def test_the_same_copy_put_back_twice_lends_nothing_twice(country: Country) -> None:
    one, other, copy = in_trouble(country)
    use_up(other)
    other.sync()
    country.put_back(copy)
    third = country.counter()

    assert share_nothing(one, other, third)


def test_a_computer_enrolled_since_keeps_its_number_for_itself(country: Country) -> None:
    country.counter().sync()
    copy = country.backup()
    lost = country.counter()
    country.put_back(copy)

    look_at_start(country.headquarters.database, country.clock.now_ms())
    country.counters.pop()
    country.counters.append(lost)
    newest = country.counter()

    assert share_nothing(lost, newest)
    highest_known = sa.select(sa.func.max(writer.c.terminal))
    assert country.hq(highest_known) >= 7001 + TERMINALS_SKIPPED


@pytest.mark.parametrize("days", [1, 90])
def test_the_longer_ago_the_copy_and_the_busier_the_more_is_left_out(
    small_country: Country, days: int
) -> None:
    small_country.counter()
    with small_country.headquarters.database.writing() as connection:
        connection.execute(
            sa.update(lease_grant)
            .where(lease_grant.c.kind == "item", lease_grant.c.prefix == "RA")
            .values(hi=90_000)
        )
    later = small_country.clock.now_ms() + days * 86_400_000

    said_to_be_restored(small_country.headquarters.database, "thử", "an", later)

    forecast = 4 * (days + 1) * 90_000 // 30
    with small_country.headquarters.database.reading() as connection:
        assert highest(connection, LeaseKind.ITEM, "RA") == 90_000 + max(LEAST_SKIPPED, forecast)
        assert highest(connection, LeaseKind.ITEM, "ZZ") == LEAST_SKIPPED


def test_a_headquarters_that_lost_nothing_notices_nothing(country: Country) -> None:
    one = country.counter()
    use_up(one)
    one.sync()

    assert look_at_start(country.headquarters.database, country.clock.now_ms()) is None
    assert logged(country, "restore_noticed") == 0
