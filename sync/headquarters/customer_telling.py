"""Telling counters of customers, and which of them are one.

Whoever holds any of them hears of all: a number of one province may lead to one of another.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

import msgspec
import sqlalchemy as sa

from app.store.merges import relatives_of
from app.store.merges_heard import MergeRow, UndoingRow
from app.store.own_records import own_records_of
from app.store.tables.merges import merge_fact, merge_undone
from sync.headquarters.customer_scopes import everywhere_known, merges_known
from sync.headquarters.feed import Item, batched


def customer_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """What each number says of itself; counters put together what merged ones show."""
    for group in batched(uids):
        known = everywhere_known(connection, group)
        for row in own_records_of(connection, group):
            body = msgspec.msgpack.encode(row)
            for scope in sorted(known[row.uid]):
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
            for scope in sorted(merges_known(connection, fact.winner)):
                yield Item(scope, "merge", fact.merge, body)


def _undoings(
    connection: sa.Connection, merges: Collection[bytes]
) -> Mapping[bytes, list[UndoingRow]]:
    found: dict[bytes, list[UndoingRow]] = defaultdict(list)
    query = sa.select(merge_undone).where(merge_undone.c.merge.in_(merges))
    for row in connection.execute(query.order_by(merge_undone.c.merge, merge_undone.c.undoing)):
        told = (row.undoing, row.hlc, row.at_ms, row.reason, row.clerk_name, row.approver)
        found[row.merge].append(UndoingRow(*told))
    return found
