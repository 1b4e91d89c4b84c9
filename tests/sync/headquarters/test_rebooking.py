"""Headquarters believes of a forgotten range only what it signed itself, for this writer."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.appending import read_body
from app.journal.kinds.terminal import LeaseProved
from sync.headquarters.tables import hq_log, lease_grant, quarantine
from tests.sync.country import Counter, Country
from tests.sync.forgery import forged, journal_of, pushed_by_hand


def proved(counter: Counter) -> LeaseProved:
    bodies = (read_body(each) for each in journal_of(counter))
    return next(body for body in bodies if isinstance(body, LeaseProved))


def forget(country: Country, body: LeaseProved) -> None:
    with country.headquarters.database.writing() as connection:
        connection.execute(sa.delete(lease_grant).where(lease_grant.c.lease_id == body.lease_id))


def codes(country: Country) -> list[str]:
    with country.headquarters.database.reading() as connection:
        return list(connection.scalars(sa.select(quarantine.c.code)))


def test_a_signed_range_that_was_forgotten_is_booked_again(country: Country) -> None:
    one = country.counter()
    mine = proved(one)
    forget(country, mine)

    one.sync()

    assert codes(country) == []
    query = sa.select(sa.func.count()).select_from(lease_grant)
    assert country.hq(query.where(lease_grant.c.lease_id == mine.lease_id)) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda body: replace(body, hi=body.hi + 1, lease_id="other"),
        lambda body: replace(body, proof=bytes(64), lease_id="other"),
        lambda body: replace(body, proof=b"short", lease_id="other"),
        lambda body: replace(body, lease_kind="nothing", lease_id="other"),
    ],
)
def test_a_range_that_headquarters_did_not_sign_is_held(
    small_country: Country, change: Callable[[LeaseProved], LeaseProved]
) -> None:
    one = small_country.counter()
    one.sync()

    pushed_by_hand(one, forged(one, change(proved(one))))

    assert codes(small_country) == ["lease_not_granted"]


def test_the_range_of_another_writer_is_held(small_country: Country) -> None:
    one, other = small_country.counter(), small_country.counter()
    for each in (one, other):
        each.sync()
    forget(small_country, proved(other))

    pushed_by_hand(one, forged(one, proved(other)))

    assert codes(small_country) == ["lease_not_granted"]


def test_a_signed_range_of_which_another_has_a_part_is_left_to_people(
    small_country: Country,
) -> None:
    one, other = small_country.counter(), small_country.counter()
    mine, theirs = proved(one), proved(other)
    forget(small_country, mine)
    with small_country.headquarters.database.writing() as connection:
        connection.execute(
            sa.update(lease_grant)
            .where(lease_grant.c.lease_id == theirs.lease_id)
            .values(lo=mine.hi)
        )

    one.sync()

    assert "lease_not_granted" in codes(small_country)
    query = sa.select(sa.func.count()).select_from(hq_log)
    assert small_country.hq(query.where(hq_log.c.what == "lease_lent_twice")) == 1
