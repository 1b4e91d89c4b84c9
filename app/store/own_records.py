"""Customers as each number speaks of itself, whatever it is merged with: what is told to others."""

from collections.abc import Iterator

import sqlalchemy as sa

from app.store.fold.words import own_words_of
from app.store.snapshot import COLUMNS, CustomerRow
from app.store.tables.customers import customer

_AT_ONCE = 5_000


def own_records(
    connection: sa.Connection, which: sa.ColumnElement[bool], at_once: int = _AT_ONCE
) -> Iterator[CustomerRow]:
    """In the order of their numbers. ``at_once`` 0: they are few, and read without a cursor."""
    columns = [customer.c[name] for name in COLUMNS]
    query = sa.select(*columns).where(which).order_by(customer.c.number)
    if at_once:
        query = query.execution_options(yield_per=at_once)
    found = connection.execute(query)
    for group in found.partitions() if at_once else [found.all()]:
        own = own_words_of(connection, [row.uid for row in group])
        for row in group:
            values, stamps = own.get(row.uid, ({}, ()))
            yield CustomerRow(**(row._asdict() | values), words=tuple(stamps))
