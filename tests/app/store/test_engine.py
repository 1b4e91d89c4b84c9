from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.store.engine import connect, memory_engine, reading_engine, writing_engine
from app.store.store import Store

KEY = bytes(range(32))


def test_the_file_is_unreadable_without_its_key(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", KEY)
    connection.execute("CREATE TABLE secret(name TEXT)")
    connection.execute("INSERT INTO secret VALUES ('Nguyễn Văn A')")
    connection.close()

    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"SQLite format 3" not in stored
    assert "Nguyễn".encode() not in stored
    with pytest.raises(dbapi2.DatabaseError):
        connect(tmp_path / "a.db", bytes(32)).execute("SELECT * FROM secret")


def test_every_connection_is_durable_and_checks_references(store: Store) -> None:
    key = store.secrets.database
    for engine in (
        writing_engine(store.home.database, key),
        reading_engine(store.home.database, key),
    ):
        with engine.connect() as connection:
            asked = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("synchronous", "journal_mode", "foreign_keys")
            }
        engine.dispose()
        assert asked == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}


def test_the_bundled_sqlite_is_free_of_the_wal_reset_bug() -> None:
    assert tuple(int(part) for part in dbapi2.sqlite_version.split(".")) >= (3, 51, 3)


def test_a_reader_cannot_write(store: Store) -> None:
    with (
        reading_engine(store.home.database, store.secrets.database).connect() as connection,
        pytest.raises(sa.exc.DatabaseError, match="readonly"),
    ):
        connection.exec_driver_sql("DELETE FROM lease")


def test_a_reader_sees_one_moment_while_the_writer_goes_on(store: Store) -> None:
    with store.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM pin_trial").scalar()
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql("INSERT INTO pin_trial VALUES (1, 2, 3)")
            uow.commit()
        assert connection.exec_driver_sql("SELECT count(*) FROM pin_trial").scalar() == before


def test_an_empty_store_in_memory_keeps_its_tables_between_connections() -> None:
    engine = memory_engine()
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t(x)")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM t").scalar() == 0
    engine.dispose()


def test_an_errors_text_holds_nothing_of_a_customer(tmp_path: Path) -> None:
    engine = writing_engine(tmp_path / "a.db", bytes(32))

    with engine.connect() as connection, pytest.raises(sa.exc.OperationalError) as caught:
        connection.execute(sa.text("INSERT INTO nowhere VALUES (:n)"), {"n": "001090000001"})

    assert "001090000001" not in str(caught.value)
    engine.dispose()
