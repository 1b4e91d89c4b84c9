"""Core statements on the hot path: compiled once, then given to the driver as they are.

Core's own execution costs five to ten times what SQLite needs for a row, and a sale is two dozen
rows. Values must be what the driver takes without conversion: whole numbers, text, bytes or None.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine import result_tuple

_NOTHING: Mapping[str, Any] = {}
_SQLITE = SQLiteDialect(paramstyle="named")


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement as one kind of driver takes it; ``fixed`` are the values written into it."""

    sql: str
    fixed: Mapping[str, Any]
    row: Callable[[Any], Any]


class Prepared:
    """One statement in an open transaction. Rows and errors are SQLAlchemy's own."""

    def __init__(self, statement: sa.sql.ClauseElement) -> None:
        self._statement = statement
        self._forms: dict[tuple[str, tuple[str, ...]], _Form] = {}

    def run(self, connection: sa.Connection, values: Mapping[str, Any]) -> int:
        """Execute once; how many rows it touched."""
        touched, _ = self._execute(connection, values, lambda cursor: cursor.rowcount)
        return int(touched)

    def run_each(self, connection: sa.Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute for each of ``rows``, which all give the same names."""
        if not rows:
            return
        form = self._form(connection, rows[0])
        given = [{**form.fixed, **row} for row in rows] if form.fixed else rows
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(form.sql, given)
        except _driver_error(connection) as error:
            raise _told(connection, form.sql, error) from error
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
        form = self._form(connection, values)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(form.sql, {**form.fixed, **values})
            return answer(cursor), form
        except _driver_error(connection) as error:
            raise _told(connection, form.sql, error) from error
        finally:
            cursor.close()

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
        columns = [str(column.name) for column in getattr(self._statement, "selected_columns", ())]
        return _Form(str(compiled), fixed, result_tuple(columns))


def _driver_error(connection: sa.Connection) -> type[Exception]:
    return connection.dialect.loaded_dbapi.Error


def _told(connection: sa.Connection, sql: str, error: Exception) -> BaseException:
    """The same error that Core would raise; never with the values, which are personal data."""
    return sa.exc.DBAPIError.instance(
        sql, None, error, _driver_error(connection), hide_parameters=True
    )
