"""Prepared statements do what Core does, and say what Core says."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from app.store.engine import memory_engine
from app.store.prepared import Adding, Changing, Numbering, Prepared

METADATA = sa.MetaData()
STAMP = sa.Table(
    "stamp",
    METADATA,
    sa.Column("code", sa.Text, primary_key=True),
    sa.Column("worth_vnd", sa.Integer, nullable=False),
    sa.Column("picture", sa.LargeBinary),
)
SEAL = sa.Table(
    "seal", METADATA, sa.Column("id", sa.Integer, primary_key=True), sa.Column("word", sa.Text)
)
ADD = Prepared(sa.insert(STAMP))
BY_CODE = Prepared(sa.select(STAMP).where(STAMP.c.code == sa.bindparam("given")))
ALL = Prepared(sa.select(STAMP.c.code, STAMP.c.worth_vnd).order_by(STAMP.c.code))
RAISE = Prepared(
    sa.update(STAMP)
    .where(STAMP.c.code == sa.bindparam("given"))
    .values(worth_vnd=STAMP.c.worth_vnd + 500)
)


@pytest.fixture
def connection() -> Iterator[sa.Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        METADATA.create_all(connection)
        yield connection
    engine.dispose()


def test_a_row_comes_back_by_its_columns_names(connection: sa.Connection) -> None:
    ADD.run(connection, {"code": "A", "worth_vnd": 4_000, "picture": b"\x00\xff"})

    found = BY_CODE.first(connection, {"given": "A"})

    assert (found.code, found.worth_vnd, found.picture) == ("A", 4_000, b"\x00\xff")
    assert BY_CODE.first(connection, {"given": "B"}) is None


def test_many_rows_go_in_at_once_and_come_out_in_order(connection: sa.Connection) -> None:
    ADD.run_each(connection, [{"code": code, "worth_vnd": 1} for code in "CAB"])
    ADD.run_each(connection, [])

    assert [row.code for row in ALL.all(connection)] == ["A", "B", "C"]


def test_values_that_stand_in_the_statement_are_kept(connection: sa.Connection) -> None:
    ADD.run(connection, {"code": "A", "worth_vnd": 4_000})

    assert RAISE.run(connection, {"given": "A"}) == 1
    assert RAISE.run(connection, {"given": "nobody"}) == 0
    assert BY_CODE.first(connection, {"given": "A"}).worth_vnd == 4_500


def test_other_columns_of_the_same_statement_are_compiled_apart(connection: sa.Connection) -> None:
    ADD.run(connection, {"code": "A", "worth_vnd": 1})
    ADD.run(connection, {"worth_vnd": 2, "code": "B", "picture": b"x"})

    assert BY_CODE.first(connection, {"given": "B"}).picture == b"x"
    assert BY_CODE.first(connection, {"given": "A"}).picture is None


def test_a_refusal_is_sqlalchemys_and_does_not_tell_the_values(connection: sa.Connection) -> None:
    ADD.run(connection, {"code": "secret", "worth_vnd": 1})

    with pytest.raises(sa.exc.IntegrityError) as once:
        ADD.run(connection, {"code": "secret", "worth_vnd": 1})
    with pytest.raises(sa.exc.IntegrityError) as each:
        ADD.run_each(connection, [{"code": "secret", "worth_vnd": 1}])

    assert "secret" not in str(once.value)
    assert "secret" not in str(each.value)


def test_a_row_that_was_added_comes_back_with_what_was_asked_of_it(
    connection: sa.Connection,
) -> None:
    add = Prepared(sa.insert(STAMP).returning(STAMP.c.code))

    assert add.first(connection, {"code": "A", "worth_vnd": 4_000}).code == "A"


def test_adding_and_changing_take_place_at_once_where_nothing_waits(
    connection: sa.Connection,
) -> None:
    Adding(STAMP).add(connection, {"code": "A", "worth_vnd": 1}, {"code": "B", "worth_vnd": 2})
    price = Changing(
        sa.update(STAMP)
        .where(STAMP.c.code == sa.bindparam("of"))
        .values(worth_vnd=sa.bindparam("to")),
        key=["of"],
        joined=lambda _before, later: later,
    )
    price.change(connection, {"of": "B", "to": 3})

    assert [tuple(row) for row in ALL.all(connection)] == [("A", 1), ("B", 3)]


def test_a_row_that_the_database_numbers_tells_its_number(connection: sa.Connection) -> None:
    seal = Numbering(SEAL)

    assert [seal.add(connection, {"word": word}) for word in ("a", "b")] == [1, 2]
