"""Only an enrolled counter in a session of its own may ask; the whole way: tests/sync."""

import sqlalchemy as sa

from sync.foreign import CustomerQuery
from sync.headquarters.revoking import revoke
from sync.headquarters.tables import hq_log
from sync.wire import pack
from tests.sync.country import Counter, Country


def asked(counter: Counter, token: bytes) -> int:
    query = CustomerQuery(number=counter.registration(1).number, clerk="gdv1")
    return counter.wire.send("/v1/customer", pack(query), token).status


def questions(country: Country) -> int:
    count = sa.select(sa.func.count()).select_from(hq_log)
    return country.hq(count.where(hq_log.c.what == "customer_fetched"))


def test_a_stranger_is_told_nothing(small_country: Country) -> None:
    assert asked(small_country.counter(), bytes(64)) == 401
    assert questions(small_country) == 0


def test_a_revoked_counter_is_told_nothing(country: Country) -> None:
    one = country.counter()
    one.record(one.registration(1))
    one.sync()
    token = next(each for each in reversed(one.wire.tokens) if each)
    assert asked(one, token) == 200
    revoke(country.headquarters.database, 7001, "mất máy", country.clock.now_ms())

    assert asked(one, token) == 401
    assert questions(country) == 1


def test_a_question_for_nobody_stands_in_the_log_too(country: Country) -> None:
    one = country.counter()
    one.sync()
    token = next(each for each in reversed(one.wire.tokens) if each)

    assert asked(one, token) == 404
    assert questions(country) == 1
