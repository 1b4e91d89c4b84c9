"""Connections to the encrypted store: one that writes, a few that only read."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.store.faults import StoreDamaged, translating

BUSY_MS = 5_000
CACHE_KB = 32_000
READERS = 3


def connect(
    path: Path, key: bytes, *, query_only: bool = False, busy_ms: int = BUSY_MS
) -> dbapi2.Connection:
    """A raw connection with the key set and durability on: WAL, synchronous=FULL."""
    connection = _unlocked(path, key)
    connection.execute(f"PRAGMA busy_timeout = {busy_ms}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA fullfsync = ON")
    if query_only:
        connection.execute("PRAGMA query_only = ON")
    else:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _unlocked(path: Path, key: bytes) -> dbapi2.Connection:
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    # SQLCipher would write every damaged page to the error channel, beside our one sentence.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def connect_alone(path: Path, key: bytes) -> dbapi2.Connection | None:
    """Hold a file that nobody else has open, its WAL folded in; None for one that is damaged.

    Raises StoreBusy.
    """
    connection = _unlocked(path, key)
    try:
        with translating():
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
    except BaseException as error:
        connection.close()
        if isinstance(error, StoreDamaged):
            return None
        raise
    return connection


def writing_engine(path: Path, key: bytes, *, busy_ms: int = BUSY_MS) -> sa.Engine:
    """The one writer: every transaction takes the write lock when it begins.

    It waits ``busy_ms`` for another process to let go of it.
    """
    engine = sa.create_engine(
        "sqlite://",
        hide_parameters=True,  # personal data must not stand in an error's text
        module=dbapi2,
        creator=lambda: connect(path, key, busy_ms=busy_ms),
        poolclass=sa.pool.QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    _begin_with(engine, "BEGIN IMMEDIATE")
    return engine


def reading_engine(path: Path, key: bytes) -> sa.Engine:
    """Readers see the last commit and never wait for the writer."""
    engine = sa.create_engine(
        "sqlite://",
        hide_parameters=True,  # personal data must not stand in an error's text
        module=dbapi2,
        creator=lambda: connect(path, key, query_only=True),
        poolclass=sa.pool.QueuePool,
        pool_size=READERS,
        max_overflow=0,
    )
    _begin_with(engine, "BEGIN")
    return engine


def memory_engine() -> sa.Engine:
    """An empty store in memory, for replaying a journal."""
    engine = sa.create_engine(
        "sqlite://",
        hide_parameters=True,  # personal data must not stand in an error's text
        module=dbapi2,
        creator=lambda: dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False),
        poolclass=sa.pool.StaticPool,
    )
    _begin_with(engine, "BEGIN")
    return engine


def _begin_with(engine: sa.Engine, statement: str) -> None:
    # The driver's own transaction control does not begin before a read: ours always does.
    def begin(connection: sa.Connection) -> None:
        dbapi_of(connection).execute(statement)

    sa.event.listen(engine, "begin", begin)


def dbapi_of(connection: sa.Connection) -> Any:  # noqa: ANN401 - SQLAlchemy does not know the driver's type
    """The driver's own connection, for hot paths."""
    return connection.connection.dbapi_connection
