"""Headquarters' database: embedded SQLite in its home, or PostgreSQL by URL. One code for both."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, sessionmaker

from app.errors import EnvironmentFault
from app.store.engine import reading_engine, writing_engine
from app.store.faults import translating
from app.store.prepared import Prepared
from app.store.tables.search import NAME_WORDS
from sync.headquarters.kept_tables import ALL
from sync.headquarters.lent import Lent
from sync.headquarters.tables import metadata
from sync.headquarters.told import Told, told_by

FEED_LOCK = 0x54454D31
"""The advisory lock under which feed positions are given out."""

CREATE_LOCK = 0x54454D32
GRANT_LOCK = 0x54454D33
"""Under which ranges of numbers are lent, terminals are numbered and the log grows."""

CONNECTIONS = 8

_LEASE = metadata.tables["lease"]
LEASED = sa.Index("ix_lease_numbers", _LEASE.c.kind, _LEASE.c.prefix, _LEASE.c.lo)
"""Headquarters knows the ranges of all counters, and each number is looked for among them."""


@dataclass(eq=False)
class DatabaseUnreachable(EnvironmentFault):
    """No such server, or it does not let us in. ``url`` is without the password."""

    code: ClassVar[str] = "headquarters.database_unreachable"
    url: str


class Database:
    """Writers wait for one another as little as each database allows; readers see one moment."""

    def __init__(self, writing: sa.Engine, reading: sa.Engine, lent: Lent) -> None:
        self._writing = writing
        self._reading = reading
        self.lent = lent
        self.told = Told(lent.path and lent.path.with_suffix(".told"))

    @contextmanager
    def writing(self, *, receipted: bool = False) -> Iterator[sa.Connection]:
        """One transaction, committed when the block ends well; durable before this returns.

        ``receipted``: counters can prove what it tells of, unless that stands in the log.
        """
        with translating():
            with self._writing.begin() as connection:
                told_by(connection)  # of one that was rolled back
                yield connection
                telling = told_by(connection)
            if telling is not None and (telling.mark.log or not receipted):
                self.told.note(telling.mark, anew=telling.anew)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with translating(), self._reading.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.begin()  # a prepared statement begins nothing by itself
            yield connection

    @contextmanager
    def reading_one_moment(self) -> Iterator[sa.Connection]:
        """All that is read in the block stands as it stood at its first statement."""
        with self.reading() as connection:
            if connection.dialect.name == "postgresql":
                yield connection.execution_options(isolation_level="REPEATABLE READ")
            else:
                yield connection

    def reading_sessions(self) -> sessionmaker[Session]:
        """For the console's lists: nothing can be written through them, on either database."""
        return sessionmaker(self._reading.execution_options(postgresql_readonly=True))

    def close(self) -> None:
        self._reading.dispose()
        self._writing.dispose()


def open_embedded(file: Path, key: bytes) -> Database:
    """The encrypted file of a headquarters without a database server; made when missing."""
    lent = Lent(file.with_suffix(".lent"))
    database = Database(writing_engine(file, key), reading_engine(file, key), lent)
    with database.writing() as connection:
        present = sa.inspect(connection).get_table_names()
        if set(ALL.tables) - set(present):  # also the file of an earlier program
            ALL.create_all(connection)
        LEASED.create(connection, checkfirst=True)  # younger than many a file
        if "setting" not in present:
            connection.exec_driver_sql(NAME_WORDS)
    return database


def open_postgresql(url: str, lent: Path | None = None) -> Database:
    """``url``: postgresql://user@host/name. ``lent``: the list kept beside it, if any.

    Raises DatabaseUnreachable.
    """
    parsed = sa.make_url(url).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(
        parsed,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=True,
        hide_parameters=True,  # personal data must not stand in an error's text
    )
    try:
        with engine.begin() as connection:
            _lock(connection, CREATE_LOCK)
            ALL.create_all(connection)
            LEASED.create(connection, checkfirst=True)  # younger than many a database
    except sa.exc.OperationalError as error:
        engine.dispose()
        raise DatabaseUnreachable(url=parsed.render_as_string(hide_password=True)) from error
    return Database(engine, engine, Lent(lent))


def lock_feed(connection: sa.Connection) -> None:
    """Until this transaction ends nobody else gives out positions; the last lock to be taken.

    SQLite's writer holds its lock from the beginning, which comes to the same.
    """
    _lock(connection, FEED_LOCK)


def lock_grants(connection: sa.Connection) -> None:
    """Until this transaction ends nobody else lends numbers, enrols or writes the log."""
    _lock(connection, GRANT_LOCK)


def _lock(connection: sa.Connection, number: int) -> None:
    if connection.dialect.name == "postgresql":
        _LOCK.first(connection, {"number": number})


_LOCK = Prepared(sa.select(sa.func.pg_advisory_xact_lock(sa.bindparam("number")).label("held")))


def upsert(
    connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], *by: str
) -> None:
    """Insert, or replace the row with the same primary key, or the same values in ``by``.

    Of several rows with one key the last counts.
    """
    if not rows:
        return
    key = tuple(by) or tuple(str(column.name) for column in table.primary_key.columns)
    rows = list({tuple(row[name] for name in key): row for row in rows}.values())
    if connection.dialect.name == "postgresql":  # all in one statement, however many
        names = tuple(rows[0])
        arrays = {name: [row[name] for row in rows] for name in names}
        _putting(table, names, key).run(connection, arrays)
    else:
        _replacing(table, key).run_each(connection, rows)


@cache
def _replacing(table: sa.Table, key: tuple[str, ...]) -> Prepared:
    into = sqlite.insert(table)
    changes = {name: into.excluded[name] for name in _others(table, key)}
    return Prepared(into.on_conflict_do_update(index_elements=key, set_=changes))


@cache
def _putting(table: sa.Table, names: tuple[str, ...], key: tuple[str, ...]) -> Prepared:
    """The rows are unfolded from one array for each column."""
    arrays = [sa.bindparam(name, type_=postgresql.ARRAY(table.c[name].type)) for name in names]
    rows = sa.select(sa.func.unnest(*arrays).table_valued(*names).render_derived())
    into = postgresql.insert(table)
    changes = {name: into.excluded[name] for name in _others(table, key)}
    return Prepared(
        into.from_select(list(names), rows).on_conflict_do_update(index_elements=key, set_=changes)
    )


def _others(table: sa.Table, key: tuple[str, ...]) -> list[str]:
    return [str(column.name) for column in table.columns if column.name not in key]
