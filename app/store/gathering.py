"""Rows that wait for one another: a run of folds writes them together.

At the counter nothing waits, since a sale is one transaction. Headquarters folds hundreds of
transactions in one of its own, and most of their rows are read by nobody before its end. Whoever
does look at a table first lets what waits for it be written.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

Row = Mapping[str, Any]
Write = Callable[[sa.Connection, Sequence[Row]], None]


class Gathering:
    """What waits, in the order in which its tables were first written to."""

    def __init__(self) -> None:
        self.notes: dict[Hashable, Any] = {}
        self._rows: dict[sa.Table, list[Row]] = {}
        self._changes: dict[Write, tuple[sa.Table, dict[Hashable, Row]]] = {}

    def add(self, table: sa.Table, rows: Sequence[Row]) -> None:
        """New rows; all of one table give the same columns."""
        waiting = self._rows.get(table)
        if waiting is None:
            waiting = self._rows[table] = []
        waiting += rows

    def changes(self, table: sa.Table, write: Write) -> dict[Hashable, Row]:
        """The changes of rows of ``table`` that ``write`` will be given, by what names the row."""
        found = self._changes.get(write)
        if found is None:
            found = self._changes[write] = (table, {})
        return found[1]

    def write(self, connection: sa.Connection, tables: frozenset[sa.Table] | None = None) -> None:
        """Write what waits for ``tables``, or for any; new rows before changes."""
        for table in [each for each in self._rows if tables is None or each in tables]:
            write_rows(connection, table, self._rows.pop(table))
        due = [
            write
            for write, (table, _) in self._changes.items()
            if tables is None or table in tables
        ]
        for write in due:
            _, rows = self._changes.pop(write)
            # In one order for all, so that two who change the same rows never wait in a circle.
            write(connection, [row for _, row in sorted(rows.items(), key=_named)])


def _named(change: tuple[Hashable, Row]) -> Any:  # noqa: ANN401 - bytes or text of a key
    return change[0]


_open: dict[sa.Connection, Gathering] = {}


@contextmanager
def gathering(connection: sa.Connection) -> Iterator[None]:
    """In this block rows may wait; at its end they are written. A block that fails writes none."""
    waiting = Gathering()

    def before(*_statement: object) -> None:
        waiting.write(connection)

    _open[connection] = waiting
    sa.event.listen(connection, "before_execute", before)
    try:
        yield
        waiting.write(connection)
    finally:
        sa.event.remove(connection, "before_execute", before)
        del _open[connection]


def gathered(connection: sa.Connection) -> Gathering | None:
    """What waits on this connection; None where nothing may wait."""
    return _open.get(connection)


def notes(connection: sa.Connection) -> dict[Hashable, Any]:
    """What folds of one run remember for one another; empty, and forgotten, outside of a run."""
    found = gathered(connection)
    return {} if found is None else found.notes


def write_rows(connection: sa.Connection, table: sa.Table, rows: Sequence[Row]) -> None:
    """Many new rows as fast as the database takes them. All give the same columns."""
    if rows:
        names = tuple(rows[0])
        write_values(connection, table, names, map(itemgetter(*names), rows))


def write_values(
    connection: sa.Connection,
    table: sa.Table,
    names: tuple[str, ...],
    rows: Iterable[Sequence[Any]],
) -> None:
    """The same with the values of each row in the order of ``names``, which are two or more."""
    with writing_values(connection, table, names, rows):
        pass


@contextmanager
def writing_values(
    connection: sa.Connection,
    table: sa.Table,
    names: tuple[str, ...],
    rows: Iterable[Sequence[Any]],
) -> Iterator[None]:
    """While PostgreSQL takes the rows, the block may do something that asks it nothing."""
    columns = ", ".join(f'"{name}"' for name in names)
    cursor: Any = connection.connection.cursor()
    try:
        if connection.dialect.name == "postgresql":
            # Text would write each byte of a body as two digits, to be read back one by one.
            with cursor.copy(f'COPY "{table.name}" ({columns}) FROM STDIN (FORMAT BINARY)') as copy:
                copy.set_types(_types(connection.dialect, table, names))
                for row in rows:
                    copy.write_row(row)
                yield
        else:
            values = ", ".join("?" * len(names))
            cursor.executemany(
                f'INSERT INTO "{table.name}" ({columns}) VALUES ({values})',  # noqa: S608 - our own names
                rows,
            )
            yield
    except connection.dialect.loaded_dbapi.Error as error:
        raise told(connection, table.name, error) from error
    finally:
        cursor.close()


@lru_cache(maxsize=256)
def _types(dialect: sa.Dialect, table: sa.Table, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(table.c[name].type.compile(dialect).lower() for name in names)


def told(connection: sa.Connection, statement: str, error: Exception) -> BaseException:
    """The driver's error as Core would raise it; never with the values: they are personal data."""
    kind = connection.dialect.loaded_dbapi.Error
    return sa.exc.DBAPIError.instance(statement, None, error, kind, hide_parameters=True)
