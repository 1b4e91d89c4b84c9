"""Folding the journal into an empty store, with what headquarters sent put in where it came."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from app.journal.appending import PostingsUnbalanced
from app.store.books import entries
from app.store.bundles_heard import ENTITY, put_bundle
from app.store.fold import fold
from app.store.fold.customers import base_columns
from app.store.fold.numbers import NumberOutsideLease
from app.store.received import put_document
from app.store.search_index import index_customer
from app.store.tables.customers import customer, customer_base, customer_event, customer_taken
from app.store.tables.heard import taken_document
from app.store.tables.shipments import shipment

_UNFOLDABLE = (
    sa.exc.DBAPIError,
    sa.exc.NoResultFound,
    msgspec.DecodeError,
    PostingsUnbalanced,
    NumberOutsideLease,
    ValueError,
    KeyError,
    TypeError,
)
"""What a fold meets in an entry that no honest program has written: told, and the rest goes on."""

_Put = Callable[[sa.Connection, bytes], None]


@dataclass(frozen=True, slots=True)
class _Came:
    """``document`` came after own entry ``after_seq``; ``put`` lets it stand."""

    after_seq: int
    put: _Put
    document: bytes


def replay(live: sa.Connection, empty: sa.Connection) -> Iterator[int]:
    """Fold all entries of ``live`` into ``empty``; yields those that cannot be folded."""
    _seed_bases(live, empty)
    waiting = deque(_taken(live))
    for entry in entries(live):
        while waiting and waiting[0].after_seq < entry.seq:
            _put_next(empty, waiting)
        try:
            with empty.begin_nested():
                fold(empty, entry)
        except _UNFOLDABLE:
            yield entry.seq
    while waiting:
        _put_next(empty, waiting)


def _put_next(empty: sa.Connection, waiting: deque[_Came]) -> None:
    came = waiting.popleft()
    came.put(empty, came.document)


def touched_here() -> sa.ColumnElement[bool]:
    """Customers whose record this journal made or changed."""
    return (
        (customer.c.source == "here")
        | customer.c.uid.in_(sa.select(customer_base.c.uid))
        | customer.c.uid.in_(sa.select(shipment.c.customer_uid))
    )


def _taken(live: sa.Connection) -> list[_Came]:
    """What headquarters sent of customers of whom the journal speaks, in the order it came."""
    found = [
        _Came(row.after_seq, put_document, row.document)
        for row in live.execute(sa.select(customer_taken))
    ]
    spoken_of = sa.select(customer_event.c.uid)
    touched = sa.select(customer.c.uid).where(touched_here())
    key = taken_document.c.key
    beside = (taken_document.c.entity == ENTITY) & (key.in_(spoken_of) | key.in_(touched))
    found += [
        _Came(row.after_seq, put_bundle, row.document)
        for row in live.execute(sa.select(taken_document).where(beside).order_by(key))
    ]
    return sorted(found, key=lambda each: each.after_seq)


def _seed_bases(live: sa.Connection, empty: sa.Connection) -> None:
    """Customers of headquarters start the replay as they were before this writer touched them."""
    names = [column.name for column in base_columns()]
    for row in live.execute(sa.select(customer_base)):
        values = dict(zip(names, msgspec.msgpack.decode(row.document), strict=True))
        added = empty.execute(sa.insert(customer).values(**values))
        assert added.inserted_primary_key is not None
        index_customer(
            empty, added.inserted_primary_key[0], values["full_name"], values["phones"].split()
        )
