from itertools import pairwise

import sqlalchemy as sa

from app.domain.leases import LeaseKind
from sync.headquarters.granting import SIZES, Level
from sync.headquarters.tables import lease_grant
from sync.wire import Ack, unpack
from tests.sync.country import Country
from tests.sync.forgery import forged, pushed_by_hand


def test_no_number_is_lent_to_two_terminals(country: Country) -> None:
    for _ in range(3):
        country.counter()

    with country.headquarters.database.reading() as connection:
        rows = connection.execute(
            sa.select(lease_grant).order_by(lease_grant.c.prefix, lease_grant.c.lo)
        ).all()
    for one, following in pairwise(rows):
        assert one.prefix != following.prefix or one.hi < following.lo


def test_a_range_that_did_not_arrive_is_sent_again_and_not_replaced(country: Country) -> None:
    counter = country.counter()
    counter.sync()
    for nth in range(1, 302):
        counter.record(counter.registration(nth))
    lent = country.hq(sa.select(sa.func.count()).select_from(lease_grant))
    counter.wire.instead["/v1/push"] = counter.wire.send("/v1/none", b"")

    for _ in range(3):
        counter.sync()

    assert country.hq(sa.select(sa.func.count()).select_from(lease_grant)) == lent + 1


def test_a_new_computer_at_a_counter_has_nothing_of_the_ranges_of_the_one_before(
    country: Country,
) -> None:
    before = country.counter()
    before.sync()
    now = country.counter(at=before.number)
    now.sync()

    status, body = pushed_by_hand(now, forged(now, before.registration(1)))

    assert status == 200
    assert [each.code for each in unpack(body, Ack).notices] == ["number_outside_lease"]


def test_low_is_below_forty_per_cent_or_fifty_numbers() -> None:
    assert Level(left=199, size=500).low
    assert not Level(left=200, size=500).low
    assert Level(left=49, size=49).low


def test_every_kind_of_number_is_lent() -> None:
    assert set(SIZES) == set(LeaseKind)
