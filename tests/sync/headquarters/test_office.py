"""Headquarters as terminals meet it: tokens, scopes, own entries."""

import pytest

from sync.headquarters.greeting import TOKEN_MS
from sync.wire import EntriesPage, EntriesQuery, FeedQuery, Refusal, pack, unpack
from tests.sync.country import Country

OWN = pack(EntriesQuery(after=0, limit=100))


def test_a_token_opens_the_journal_of_its_own_terminal(small_country: Country) -> None:
    counter = small_country.counter()
    counter.sync()

    answer = small_country.headquarters.answer("/v1/entries", OWN, counter.wire.tokens[-1])

    assert answer.status == 200
    assert len(unpack(answer.body, EntriesPage).entries) == 7


@pytest.mark.parametrize("way", ["/v1/entries", "/v1/feed"])
def test_without_a_token_nothing_is_told(small_country: Country, way: str) -> None:
    feed = pack(FeedQuery(scope="P:01", feed_epoch="", after=0, limit=1))
    body = OWN if way == "/v1/entries" else feed

    answer = small_country.headquarters.answer(way, body, b"x" * 60)

    assert (answer.status, unpack(answer.body, Refusal).code) == (401, "wrong_token")


def test_a_token_runs_out(small_country: Country) -> None:
    counter = small_country.counter()
    counter.sync()
    small_country.clock.advance(TOKEN_MS + 1)

    answer = small_country.headquarters.answer("/v1/entries", OWN, counter.wire.tokens[-1])

    assert answer.status == 401


def test_another_province_is_not_read(small_country: Country) -> None:
    counter = small_country.counter()
    counter.sync()
    query = pack(FeedQuery(scope="P:79", feed_epoch="", after=0, limit=1))

    answer = small_country.headquarters.answer("/v1/feed", query, counter.wire.tokens[-1])

    assert answer.status == 401


def test_a_way_that_is_not_there_is_said_so(small_country: Country) -> None:
    assert small_country.headquarters.answer("/v1/none", b"").status == 404
