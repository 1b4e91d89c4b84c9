"""Whom a counter asked for it hears of for a month. The whole way: tests/sync/test_pulling.py."""

import sqlalchemy as sa

from app.store.pinned import KEPT_MS
from sync.headquarters.kept_tables import pin
from sync.headquarters.pins import end_all_pins
from tests.sync.country import Country
from tests.sync.two_provinces import OWN, two_provinces

PINS = sa.select(sa.func.count()).select_from(pin)


def test_asking_again_begins_the_month_again(country: Country) -> None:
    two = two_provinces(country)
    two.fetch()
    country.clock.advance(KEPT_MS - 60_000)
    two.fetch()
    country.clock.advance(120_000)

    end_all_pins(country.headquarters.database, country.clock.now_ms())

    assert country.hq(PINS) == 1
    assert two.told(OWN) == ["customer"]


def test_it_ends_also_for_a_counter_that_is_never_heard_again(country: Country) -> None:
    two = two_provinces(country, people=2)
    two.fetch(0)
    country.clock.advance(KEPT_MS)
    two.fetch(1)
    country.clock.advance(60_000)

    end_all_pins(country.headquarters.database, country.clock.now_ms())

    assert country.hq(PINS) == 1
    assert two.told(OWN) == ["customer", "gone"]


def test_a_counter_that_asked_for_nobody_is_told_of_no_scope_of_its_own(
    small_country: Country,
) -> None:
    two = two_provinces(small_country)
    asked: list[str] = []
    two.far.wire.before = asked.append

    two.far.sync()
    assert asked.count("/v1/feed") == 3

    two.fetch()
    asked.clear()
    two.far.sync()
    assert asked.count("/v1/feed") == 4
