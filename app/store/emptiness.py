"""An empty store in memory, with every table: what a journal is replayed into."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import local

import sqlalchemy as sa

from app.store.engine import memory_engine
from app.store.tables import metadata

_threads = local()


@contextmanager
def empty_store() -> Iterator[sa.Connection]:
    """Rolled back at the end: its tables, and what was compiled, serve the thread's next one."""
    if not hasattr(_threads, "engine"):
        _threads.engine = _with_tables()
    engine: sa.Engine = _threads.engine
    with engine.connect() as connection:
        connection.begin()
        yield connection


def _with_tables() -> sa.Engine:
    engine = memory_engine()
    with engine.begin() as connection:
        for statement in _tables():
            connection.exec_driver_sql(statement)
    return engine


@cache
def _tables() -> tuple[str, ...]:
    """What makes all tables, as the database itself remembers it."""
    engine = memory_engine()
    with engine.begin() as connection:
        metadata.create_all(connection)
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        ).all()
    engine.dispose()
    virtual = tuple(f"{row.name}_" for row in rows if row.sql.startswith("CREATE VIRTUAL"))
    return tuple(row.sql for row in rows if not row.name.startswith(virtual))
