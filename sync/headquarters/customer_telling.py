"""Telling counters of customers, and which of them are one.

Whoever holds any of them hears of all: a number of one province may lead to one of another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec
import sqlalchemy as sa

from app.store.among import Among
from app.store.merges import relatives_of
from app.store.merges_heard import MergeRow, UndoingRow
from app.store.own_records import own_records_of
from app.store.tables.customers import customer
from app.store.tables.merges import merge_fact, merge_undone
from sync.headquarters.feed import Item, batched, province_scope


def customer_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """What each number says of itself; counters put together what merged ones show."""
    for group in batched(uids):
        further = further_scopes(connection, group)
        for row in own_records_of(connection, group):
            body = msgspec.msgpack.encode(row)
            for scope in sorted({province_scope(row.number[:2]), *further.get(row.uid, ())}):
                yield Item(scope, "customer", row.uid, body, row.version)


def merge_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """Every merge among the relatives of ``uids``, undone or not."""
    for group in batched(relatives_of(connection, uids)):
        facts = connection.execute(
            sa.select(merge_fact).where(merge_fact.c.winner.in_(group)).order_by(merge_fact.c.merge)
        ).all()
        undone = _undoings(connection, [fact.merge for fact in facts])
        for fact in facts:
            row = MergeRow(
                merge=fact.merge,
                hlc=fact.hlc,
                winner=fact.winner,
                loser=fact.loser,
                taken=fact.taken,
                at_ms=fact.at_ms,
                reason=fact.reason,
                clerk_name=fact.clerk_name,
                approver=fact.approver,
                undone=tuple(undone.get(fact.merge, ())),
            )
            body = msgspec.msgpack.encode(row)
            for scope in sorted(_scopes(connection, relatives_of(connection, [fact.winner]))):
                yield Item(scope, "merge", fact.merge, body)


def further_scopes(
    connection: sa.Connection, uids: Collection[bytes]
) -> Mapping[bytes, Collection[str]]:
    """For those of ``uids`` who were ever merged: everywhere that they are to be known."""
    pairs = _MERGED.all(connection, uids)
    merged = {uid for pair in pairs for uid in pair} & set(uids)
    return {uid: _scopes(connection, relatives_of(connection, [uid])) for uid in merged}


_MERGED = Among(
    lambda one_of: sa.select(merge_fact.c.winner, merge_fact.c.loser).where(
        one_of(merge_fact.c.winner) | one_of(merge_fact.c.loser)
    )
)


def _scopes(connection: sa.Connection, uids: Collection[bytes]) -> set[str]:
    found: set[str] = set()
    for group in batched(uids):
        numbers = connection.scalars(sa.select(customer.c.number).where(customer.c.uid.in_(group)))
        found |= {province_scope(number[:2]) for number in numbers}
    return found


def _undoings(
    connection: sa.Connection, merges: Collection[bytes]
) -> Mapping[bytes, list[UndoingRow]]:
    found: dict[bytes, list[UndoingRow]] = defaultdict(list)
    query = sa.select(merge_undone).where(merge_undone.c.merge.in_(merges))
    for row in connection.execute(query.order_by(merge_undone.c.merge, merge_undone.c.undoing)):
        told = (row.undoing, row.hlc, row.at_ms, row.reason, row.clerk_name, row.approver)
        found[row.merge].append(UndoingRow(*told))
    return found
