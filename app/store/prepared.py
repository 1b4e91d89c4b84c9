"""Core statements on the hot path: compiled once, then given to the driver as they are.

Core's own execution costs five to ten times what SQLite needs for a row, and a sale is two dozen
rows. Values must be what the driver takes without conversion: whole numbers, text, bytes or None.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine import result_tuple
from sqlalchemy.sql.util import find_tables

from app.store.gathering import gathered, told

RESERVED = 64
"""Most numbers that PostgreSQL is asked for at once; those that nobody needs are never given, so
one is asked for first, then two, then four.
"""

_NOTHING: Mapping[str, Any] = {}
_SQLITE = SQLiteDialect(paramstyle="named")


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one kind of driver takes it; ``fixed`` are the values written into it."""

    sql: str
    fixed: Mapping[str, Any]
    row: Callable[[Any], Any]


class Prepared:
    """One statement in an open transaction. Rows and errors are SQLAlchemy's own.

    ``blind``: nothing that may wait to be written changes its answer.
    """

    def __init__(self, statement: sa.sql.ClauseElement, *, blind: bool = False) -> None:
        self._statement = statement
        self._blind = blind
        self._forms: dict[tuple[str, tuple[str, ...]], _Form] = {}

    def run(self, connection: sa.Connection, values: Mapping[str, Any]) -> int:
        """Execute once; how many rows it touched."""
        touched, _ = self._execute(connection, values, lambda cursor: cursor.rowcount)
        return int(touched)

    def run_each(self, connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute for each of ``rows``, which all give the same names."""
        if not rows:
            return
        self._look(connection)
        form = self._form(connection, rows[0])
        given = [{**form.fixed, **row} for row in rows] if form.fixed else rows
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(form.sql, given)
        except _driver_error(connection) as error:
            raise told(connection, form.sql, error) from error
        finally:
            cursor.close()

    def first(self, connection: sa.Connection, values: Mapping[str, Any] = _NOTHING) -> Any:  # noqa: ANN401 - a row
        """The first row, or None."""
        found, form = self._execute(connection, values, lambda cursor: cursor.fetchone())
        return None if found is None else form.row(found)

    def all(self, connection: sa.Connection, values: Mapping[str, Any] = _NOTHING) -> list[Any]:
        """Every row."""
        found, form = self._execute(connection, values, lambda cursor: cursor.fetchall())
        return [form.row(row) for row in found]

    def _execute(
        self,
        connection: sa.Connection,
        values: Mapping[str, Any],
        answer: Callable[[Any], Any],
    ) -> tuple[Any, _Form]:
        self._look(connection)
        form = self._form(connection, values)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(form.sql, {**form.fixed, **values})
            return answer(cursor), form
        except _driver_error(connection) as error:
            raise told(connection, form.sql, error) from error
        finally:
            cursor.close()

    @cached_property
    def _tables(self) -> frozenset[sa.Table]:
        found = find_tables(
            self._statement, check_columns=True, include_selects=True, include_crud=True
        )
        return frozenset(table for table in found if isinstance(table, sa.Table))

    def _look(self, connection: sa.Connection) -> None:
        """What waits for the tables of this statement is written first."""
        if not self._blind and (waiting := gathered(connection)) is not None:
            waiting.write(connection, self._tables)

    def _form(self, connection: sa.Connection, values: Mapping[str, Any]) -> _Form:
        names = (connection.dialect.name, tuple(values))
        form = self._forms.get(names)
        if form is None:
            form = self._forms[names] = self._compiled(connection.dialect, values)
        return form

    def _compiled(self, dialect: sa.Dialect, values: Mapping[str, Any]) -> _Form:
        """Named parameters in every dialect, so that the driver takes the dictionary as it is."""
        compiled = self._statement.compile(
            dialect=_SQLITE if dialect.name == "sqlite" else dialect, column_keys=list(values)
        )
        fixed = {name: value for name, value in compiled.params.items() if name not in values}
        return _Form(str(compiled), fixed, result_tuple(_columns(self._statement)))


def _driver_error(connection: sa.Connection) -> type[Exception]:
    return connection.dialect.loaded_dbapi.Error


def _columns(statement: sa.sql.ClauseElement) -> list[str]:
    if isinstance(statement, sa.Select):
        return [str(column.name) for column in statement.selected_columns]
    if isinstance(statement, sa.Insert | sa.Update):
        return [str(each["name"]) for each in statement.returning_column_descriptions]
    return []


class Adding(Prepared):
    """New rows of one table, which may wait until somebody looks at it."""

    def __init__(self, table: sa.Table) -> None:
        super().__init__(sa.insert(table))
        self._table = table

    def add(self, connection: sa.Connection, *rows: Mapping[str, Any]) -> None:
        """The rows, all with the same names, now or before the table is read."""
        waiting = gathered(connection)
        if waiting is not None:
            waiting.add(self._table, rows)
        else:
            self.run_each(connection, rows)


@dataclass(slots=True)
class _Reserved:
    """Numbers that wait for their rows, the next one last; how many are asked for after them."""

    left: list[int] = field(default_factory=list)
    wanted: int = 1


class Numbering:
    """New rows of one table that the database numbers; they may wait as well."""

    def __init__(self, table: sa.Table) -> None:
        self._table = table
        self._now = Prepared(sa.insert(table).returning(table.c.id), blind=True)
        self._numbers = Prepared(
            sa.select(
                sa.func.nextval(sa.func.pg_get_serial_sequence(table.name, "id")).label("id")
            ).select_from(sa.func.generate_series(1, sa.bindparam("wanted")).alias("each")),
            blind=True,
        )

    def add(self, connection: sa.Connection, values: Mapping[str, Any]) -> int:
        """The number of the new row."""
        waiting = gathered(connection)
        if waiting is None or connection.dialect.name != "postgresql":
            return int(self._now.first(connection, values).id)
        reserved: _Reserved = waiting.notes.setdefault(self, _Reserved())
        if not reserved.left:
            found = self._numbers.all(connection, {"wanted": reserved.wanted})
            reserved.left = [int(row.id) for row in reversed(found)]
            reserved.wanted = min(2 * reserved.wanted, RESERVED)
        number = reserved.left.pop()
        waiting.add(self._table, ({**values, "id": number},))
        return number


class Changing(Prepared):
    """A change of one row, which may wait as well. Several of the same row become one.

    ``key`` are the names of the values that say which row it is; ``joined`` makes one change of
    an earlier and a later one.
    """

    def __init__(
        self,
        statement: sa.Update,
        key: Sequence[str],
        joined: Callable[[Mapping[str, Any], Mapping[str, Any]], Mapping[str, Any]],
    ) -> None:
        super().__init__(statement)
        assert isinstance(statement.table, sa.Table)
        self._table = statement.table
        self._key = tuple(key)
        self._joined = joined

    def change(self, connection: sa.Connection, values: Mapping[str, Any]) -> None:
        """Change the row now or before the table is read."""
        waiting = gathered(connection)
        if waiting is None:
            self.run(connection, values)
            return
        changes = waiting.changes(self._table, self.run_each)
        key: Hashable = tuple(values[name] for name in self._key)
        before = changes.get(key)
        changes[key] = values if before is None else self._joined(before, values)
