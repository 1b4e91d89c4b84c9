"""Rows may wait for one another, and nobody can tell."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.store.engine import memory_engine
from app.store.gathering import gathered, gathering, notes, told, write_rows, writing_values
from app.store.prepared import Adding, Changing, Prepared
from app.store.tables.station import lease

COUNT = Prepared(sa.select(sa.func.count().label("found")).select_from(lease))
BLIND = Prepared(sa.select(sa.func.count().label("found")).select_from(lease), blind=True)
ADD = Adding(lease)
MOVE = Changing(
    sa.update(lease)
    .where(lease.c.lease_id == sa.bindparam("of_lease"))
    .values(next=lease.c.next + sa.bindparam("more")),
    key=["of_lease"],
    joined=lambda before, later: {**later, "more": before["more"] + later["more"]},
)


def a_lease(lease_id: str) -> dict[str, object]:
    return {"lease_id": lease_id, "kind": "item", "prefix": "RA", "lo": 1, "hi": 9, "next": 1}


@pytest.fixture
def connection() -> Iterator[sa.Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        lease.create(connection)
        yield connection
    engine.dispose()


def test_outside_of_a_run_nothing_waits(connection: sa.Connection) -> None:
    ADD.add(connection, a_lease("a"))
    MOVE.change(connection, {"of_lease": "a", "more": 2})

    assert BLIND.first(connection).found == 1
    assert connection.scalar(sa.select(lease.c.next)) == 3
    assert gathered(connection) is None


def test_rows_wait_until_somebody_looks_at_their_table(connection: sa.Connection) -> None:
    with gathering(connection):
        ADD.add(connection, a_lease("a"), a_lease("b"))
        assert BLIND.first(connection).found == 0
        assert COUNT.first(connection).found == 2


def test_a_statement_of_another_kind_finds_everything_written(connection: sa.Connection) -> None:
    with gathering(connection):
        ADD.add(connection, a_lease("a"))
        assert connection.scalar(sa.select(sa.func.count()).select_from(lease)) == 1


def test_what_nobody_looked_at_is_written_at_the_end(connection: sa.Connection) -> None:
    with gathering(connection):
        ADD.add(connection, a_lease("a"))

    assert COUNT.first(connection).found == 1


def test_changes_of_one_row_become_one_and_follow_the_rows_they_change(
    connection: sa.Connection,
) -> None:
    with gathering(connection):
        ADD.add(connection, a_lease("a"), a_lease("b"))
        for lease_id in ("a", "b", "a"):
            MOVE.change(connection, {"of_lease": lease_id, "more": 2})

    query = sa.select(lease.c.next).order_by(lease.c.lease_id)
    assert list(connection.scalars(query)) == [5, 3]


def test_a_run_that_fails_leaves_nothing_waiting(connection: sa.Connection) -> None:
    def fails() -> None:
        with gathering(connection):
            ADD.add(connection, a_lease("a"))
            raise KeyError

    with pytest.raises(KeyError):
        fails()

    assert COUNT.first(connection).found == 0


def test_a_row_that_cannot_be_is_refused_when_it_is_written(connection: sa.Connection) -> None:
    ADD.add(connection, a_lease("a"))

    with pytest.raises(sa.exc.IntegrityError) as refused:
        write_rows(connection, lease, [a_lease("a")])

    assert "RA" not in str(refused.value)


def test_notes_last_as_long_as_the_run(connection: sa.Connection) -> None:
    with gathering(connection):
        notes(connection)["seen"] = 1
        assert notes(connection) == {"seen": 1}

    assert notes(connection) == {}


def test_an_error_of_the_driver_is_told_without_values(connection: sa.Connection) -> None:
    error = told(connection, "INSERT", connection.dialect.loaded_dbapi.Error("no"))

    assert isinstance(error, sa.exc.DBAPIError)


def test_something_else_may_be_done_while_rows_are_written(connection: sa.Connection) -> None:
    row = a_lease("a")
    done = []

    with writing_values(connection, lease, tuple(row), [tuple(row.values())]):
        done.append("meanwhile")

    assert done == ["meanwhile"]
    assert COUNT.first(connection).found == 1
