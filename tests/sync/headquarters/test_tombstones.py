"""What left a scope is told for 400 days; then older readers are sent back."""

import pytest
import sqlalchemy as sa

from sync.headquarters.answers import Refused
from sync.headquarters.feed import Item, last_position, publish, read_page
from sync.headquarters.kept_tables import feed_horizon
from sync.headquarters.tombstones import KEPT_MS, Left, forget_tombstones, lay_tombstones
from sync.wire import FeedPage, FeedQuery
from tests.sync.country import Country

OWN, PROVINCE = "T:7001/1", "P:01"
UIDS = [bytes([nth]) * 16 for nth in range(1, 6)]


def told(country: Country, *uids: bytes, scope: str = OWN) -> None:
    with country.headquarters.database.writing() as connection:
        publish(connection, [Item(scope, "customer", uid, b"row") for uid in uids])


def gone(country: Country, *uids: bytes, scope: str = OWN) -> None:
    with country.headquarters.database.writing() as connection:
        lay_tombstones(connection, [Left(scope, uid) for uid in uids])


def forgotten(country: Country) -> int:
    return forget_tombstones(country.headquarters.database, country.clock.now_ms())


def page(country: Country, after: int, began: int = 0, scope: str = OWN) -> FeedPage:
    query = FeedQuery(scope=scope, feed_epoch="e", after=after, limit=1, began=began)
    with country.headquarters.database.reading() as connection:
        return read_page(connection, query, "e")


def top(country: Country) -> int:
    with country.headquarters.database.reading() as connection:
        return last_position(connection)


def test_a_tombstone_stands_where_the_object_stood_and_later(country: Country) -> None:
    told(country, *UIDS[:2])
    before = top(country)

    gone(country, UIDS[1])

    assert page(country, before).following == before + 1
    assert (page(country, 0).following, page(country, 1).following) == (1, before + 1)


def test_no_position_is_given_out_again_when_rows_go(country: Country) -> None:
    told(country, *UIDS)
    gone(country, *UIDS)
    before = top(country)
    forgotten(country)
    country.clock.advance(KEPT_MS + 1)

    assert forgotten(country) == len(UIDS)

    assert top(country) == before
    told(country, UIDS[0])
    assert page(country, before).following == before + 1


def test_it_is_kept_for_400_days_from_the_first_night(country: Country) -> None:
    told(country, UIDS[0])
    gone(country, UIDS[0])
    assert forgotten(country) == 0
    country.clock.advance(KEPT_MS)
    assert forgotten(country) == 0

    country.clock.advance(1)

    assert forgotten(country) == 1


def test_only_who_had_it_and_never_heard_is_sent_back(country: Country) -> None:
    told(country, *UIDS[:3])
    gone(country, UIDS[2])
    end = top(country)
    forgotten(country)
    country.clock.advance(KEPT_MS + 1)
    forgotten(country)

    with pytest.raises(Refused) as refused:
        page(country, 1)
    assert (refused.value.status, refused.value.code) == (410, "feed_forgotten")
    assert page(country, end).rows == b"\x90"
    begins = page(country, 0)
    assert (begins.following, begins.newest, begins.more) == (1, end, True)
    assert page(country, 1, began=begins.newest).following == 2


def test_of_a_province_without_a_snapshot_nothing_is_forgotten(small_country: Country) -> None:
    told(small_country, UIDS[0], scope=PROVINCE)
    gone(small_country, UIDS[0], scope=PROVINCE)
    forgotten(small_country)
    small_country.clock.advance(KEPT_MS + 1)

    assert forgotten(small_country) == 0

    scopes = sa.select(feed_horizon.c.scope)
    with small_country.headquarters.database.reading() as connection:
        assert connection.scalars(scopes).all() == [""]
