"""Statements about the rows that have one of many values."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from app.store.prepared import Prepared

OneOf = Callable[[sa.Column[Any]], sa.ColumnElement[bool]]

_AT_ONCE = 512
"""SQLite takes only so many values in one statement."""

_MANY = "one_of"
_NOTHING: Mapping[str, Any] = {}


class Among:
    """``say`` makes the statement, given how a column is one of the values.

    To PostgreSQL they go as one array: the statement stays the same, however many they are. To
    SQLite they go one by one, as many as the next power of two: there are ten statements.
    """

    def __init__(self, say: Callable[[OneOf], sa.Select[Any] | sa.Delete]) -> None:
        self._say = say
        self._prepared = Prepared(say(_in_the_array))
        self._sized: dict[int, Prepared] = {}

    def all(
        self,
        connection: sa.Connection,
        values: Collection[Any],
        also: Mapping[str, Any] = _NOTHING,
    ) -> list[Any]:
        """Every row; in the order asked for only as far as the values go in one statement.

        ``also``: what else the statement wants to know.
        """
        return [
            row
            for prepared, given in self._statements(connection, values)
            for row in prepared.all(connection, {**given, **also})
        ]

    def run(self, connection: sa.Connection, values: Collection[Any]) -> None:
        """For a statement that has no rows."""
        for prepared, given in self._statements(connection, values):
            prepared.run(connection, given)

    def _statements(
        self, connection: sa.Connection, values: Collection[Any]
    ) -> Iterator[tuple[Prepared, dict[str, Any]]]:
        if values and connection.dialect.name == "postgresql":
            yield self._prepared, {_MANY: list(values)}
            return
        everything = list(values)
        for start in range(0, len(everything), _AT_ONCE):
            yield self._of(everything[start : start + _AT_ONCE])

    def _of(self, some: list[Any]) -> tuple[Prepared, dict[str, Any]]:
        size = 1 << (len(some) - 1).bit_length()
        names = [f"{_MANY}_{nth}" for nth in range(size)]
        if size not in self._sized:
            given: list[sa.BindParameter[Any]] = [sa.bindparam(name) for name in names]
            self._sized[size] = Prepared(self._say(lambda column: column.in_(given)))
        filled = [*some, *some[-1:] * (size - len(some))]
        return self._sized[size], dict(zip(names, filled, strict=True))


def _in_the_array(column: sa.Column[Any]) -> sa.ColumnElement[bool]:
    return column == sa.any_(sa.bindparam(_MANY, type_=ARRAY(column.type)))
