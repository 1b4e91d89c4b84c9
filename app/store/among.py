"""Questions about the rows that have one of many values."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from app.store.prepared import Prepared

OneOf = Callable[[sa.Column[Any]], sa.ColumnElement[bool]]

_AT_ONCE = 500
"""SQLite takes only so many values in one statement."""

_MANY = "one_of"


class Among:
    """``ask`` makes the question, given how a column is one of the values.

    To PostgreSQL they go as one array: the statement stays the same, however many they are.
    """

    def __init__(self, ask: Callable[[OneOf], sa.Select[Any]]) -> None:
        self._ask = ask
        self._prepared = Prepared(ask(_in_the_array))

    def all(self, connection: sa.Connection, values: Collection[Any]) -> list[Any]:
        """Every row; in the order asked for only as far as the values go in one statement."""
        if not values:
            return []
        if connection.dialect.name == "postgresql":
            return self._prepared.all(connection, {_MANY: list(values)})
        return [row for some in _parts(values) for row in self._of(connection, some)]

    def _of(self, connection: sa.Connection, some: list[Any]) -> list[Any]:
        return list(connection.execute(self._ask(lambda column: column.in_(some))))


def _in_the_array(column: sa.Column[Any]) -> sa.ColumnElement[bool]:
    return column == sa.any_(sa.bindparam(_MANY, type_=ARRAY(column.type)))


def _parts(values: Collection[Any]) -> Iterator[list[Any]]:
    everything = list(values)
    for start in range(0, len(everything), _AT_ONCE):
        yield everything[start : start + _AT_ONCE]
