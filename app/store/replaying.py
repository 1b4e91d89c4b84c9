"""Folding the journal into an empty store, with what headquarters sent put in where it came."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from app.journal.appending import PostingsUnbalanced
from app.store.books import entries
from app.store.bundles_heard import ENTITY, put_bundle
from app.store.cases_heard import kept_cases, put_case
from app.store.fold import fold
from app.store.fold.numbers import NumberOutsideLease
from app.store.fold.words import settle
from app.store.merges import relatives_of
from app.store.own_records import own_records
from app.store.received import put_document, put_record
from app.store.tables.customers import customer, customer_base, customer_event, customer_taken
from app.store.tables.heard import taken_document
from app.store.tables.merges import merge_fact, merge_undone
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
    _seed_merges(live, empty)
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
    settle(empty, _merged(empty))


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
    found += [_Came(row.after_seq, put_case, row.document) for row in kept_cases(live)]
    return sorted(found, key=lambda each: each.after_seq)


def _seed_bases(live: sa.Connection, empty: sa.Connection) -> None:
    """Customers of headquarters start the replay as they were before this writer touched them."""
    for row in live.execute(sa.select(customer_base)):
        put_document(empty, row.document)


def _seed_merges(live: sa.Connection, empty: sa.Connection) -> None:
    """Merges that headquarters sent, and the records that only these bring in."""
    for table in (merge_fact, merge_undone):
        heard = [row._asdict() for row in live.execute(sa.select(table).where(table.c.seq == 0))]
        if heard:
            empty.execute(sa.insert(table), heard)
    uids = relatives_of(live, _merged(live))
    untouched = (
        customer.c.uid.in_(uids)
        & (customer.c.source == "headquarters")
        & customer.c.uid.not_in(sa.select(customer_base.c.uid))
    )
    for record in own_records(live, untouched):
        put_record(empty, record)


def _merged(connection: sa.Connection) -> set[bytes]:
    pairs = connection.execute(sa.select(merge_fact.c.winner, merge_fact.c.loser))
    return {uid for pair in pairs for uid in pair}
