from pathlib import Path

import pytest
import sqlalchemy as sa

from app.bench.postgres import Postgres
from sync.headquarters.database import (
    DatabaseUnreachable,
    lock_feed,
    lock_grants,
    open_embedded,
    open_postgresql,
    upsert,
)
from sync.headquarters.tables import setting
from tests.sync.country import Country


def test_a_row_is_added_or_takes_the_place_of_the_one_before(country: Country) -> None:
    with country.headquarters.database.writing() as connection:
        for value in ("a", "b"):
            upsert(connection, setting, [{"name": "x", "value": value}])
        upsert(connection, setting, [])
        row = connection.execute(sa.select(setting.c.value).where(setting.c.name == "x")).one()

    assert row.value == "b"


def test_a_block_that_fails_leaves_nothing(country: Country) -> None:
    database = country.headquarters.database

    def fail() -> None:
        with database.writing() as connection:
            upsert(connection, setting, [{"name": "x", "value": "a"}])
            raise KeyError

    with pytest.raises(KeyError):
        fail()

    assert country.hq(sa.select(sa.func.count()).where(setting.c.name == "x")) == 0


def test_both_locks_may_be_held_together(country: Country) -> None:
    with country.headquarters.database.writing() as connection:
        lock_grants(connection)
        lock_feed(connection)


def test_opening_again_keeps_what_is_there(tmp_path: Path, postgres_server: Postgres) -> None:
    url = postgres_server.new_database()
    for _ in range(2):
        open_postgresql(url).close()
        open_embedded(tmp_path / "hq.db", bytes(32)).close()


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(DatabaseUnreachable) as refused:
        open_postgresql("postgresql://me:secret@127.0.0.1:1/none")

    assert "secret" not in refused.value.url
