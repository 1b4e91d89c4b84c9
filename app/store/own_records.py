"""Customers as each number speaks of itself, whatever it is merged with: what is told to others."""

from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from app.store.among import Among
from app.store.fold.words import own_words_of
from app.store.snapshot import COLUMNS, CustomerRow
from app.store.tables.customers import customer

_AT_ONCE = 5_000


def own_records(
    connection: sa.Connection, which: sa.ColumnElement[bool], at_once: int = _AT_ONCE
) -> Iterator[CustomerRow]:
    """In the order of their numbers."""
    query = sa.select(*_COLUMNS).where(which).order_by(customer.c.number)
    found = connection.execute(query.execution_options(yield_per=at_once))
    for group in found.partitions():
        yield from _told(connection, group)


def own_records_of(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[CustomerRow]:
    """Of these few, in the order of their numbers."""
    found = _THOSE.all(connection, uids)
    return _told(connection, sorted(found, key=attrgetter("number")))


def _told(connection: sa.Connection, group: Sequence[Any]) -> Iterator[CustomerRow]:
    own = own_words_of(connection, [row.uid for row in group])
    for row in group:
        if row.uid in own:
            values, stamps = own[row.uid]
            yield CustomerRow(**(row._asdict() | values), words=tuple(stamps))
        else:
            yield CustomerRow(*row)


_COLUMNS = [customer.c[name] for name in COLUMNS]
_THOSE = Among(lambda one_of: sa.select(*_COLUMNS).where(one_of(customer.c.uid)))
