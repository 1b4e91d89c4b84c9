"""Rows that have one of many values, whatever database is asked."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.bench.postgres import Postgres, postgres
from app.store.among import Among
from app.store.engine import memory_engine
from app.store.gathering import write_rows
from app.store.tables.station import lease

NAMED = Among(lambda one_of: sa.select(lease.c.lease_id).where(one_of(lease.c.lease_id)))
EITHER = Among(
    lambda one_of: sa.select(lease.c.lease_id).where(
        one_of(lease.c.lease_id) | one_of(lease.c.kind)
    )
)


@pytest.fixture(scope="module")
def server() -> Iterator[Postgres]:
    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def connection(request: pytest.FixtureRequest) -> Iterator[sa.Connection]:
    if request.param == "sqlite":
        engine = memory_engine()
    else:
        url = sa.make_url(request.getfixturevalue("server").new_database())
        engine = sa.create_engine(url.set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        lease.create(connection)
        write_rows(connection, lease, [_a_lease(f"L{number}") for number in range(1_200)])
        yield connection
    engine.dispose()


def test_more_values_than_a_statement_takes_find_every_row(connection: sa.Connection) -> None:
    wanted = [f"L{number}" for number in range(1, 1_200)]

    found = [row.lease_id for row in NAMED.all(connection, [*wanted, "nobody's"])]

    assert sorted(found) == sorted(wanted)


def test_one_question_may_ask_for_them_in_two_columns(connection: sa.Connection) -> None:
    assert len(EITHER.all(connection, ["item", "L1"])) == 1_200
    assert [row.lease_id for row in EITHER.all(connection, ["L1", "nothing"])] == ["L1"]


def test_of_no_values_nothing_is_asked(connection: sa.Connection) -> None:
    assert NAMED.all(connection, []) == []


def _a_lease(lease_id: str) -> dict[str, object]:
    return {"lease_id": lease_id, "kind": "item", "prefix": "RA", "lo": 1, "hi": 9, "next": 1}
