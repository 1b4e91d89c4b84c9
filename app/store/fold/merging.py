"""Folding merges of two customers, and their undoing."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.holders import AnyUnmerge, CustomersMerged, CustomersUnmerged, PairUnmerged
from app.store.fold.customers import keep_base
from app.store.fold.words import settle
from app.store.tables.merges import merge_fact, merge_undone


def customers_merged(connection: sa.Connection, entry: Entry, body: CustomersMerged) -> None:
    """One fact more. What it comes to together with the others does not depend on their order."""
    if body.winner == body.loser:
        raise ValueError("a merge of one number with itself")
    for uid in (body.winner, body.loser):
        keep_base(connection, uid)
    connection.execute(sa.delete(merge_fact).where(merge_fact.c.merge == entry.entry_id))
    connection.execute(
        sa.insert(merge_fact).values(
            merge=entry.entry_id,
            hlc=entry.hlc,
            terminal=entry.terminal,
            epoch=entry.epoch,
            winner=body.winner,
            loser=body.loser,
            taken=" ".join(body.taken),
            at_ms=entry.wall_ms,
            reason=body.reason,
            clerk_name=body.clerk_name,
            approver=body.approver,
            seq=entry.seq,
        )
    )
    settle(connection, (body.winner, body.loser))


def pair_unmerged(connection: sa.Connection, entry: Entry, body: PairUnmerged) -> None:
    """Undoes what the same journal said of the pair: it had heard of no other merge then."""
    told = (
        (merge_fact.c.winner == body.winner)
        & (merge_fact.c.loser == body.loser)
        & (merge_fact.c.terminal == entry.terminal)
        & (merge_fact.c.epoch == entry.epoch)
        & (merge_fact.c.hlc < entry.hlc)
    )
    merges = connection.scalars(sa.select(merge_fact.c.merge).where(told)).all()
    _undo(connection, entry, body, merges)


def customers_unmerged(connection: sa.Connection, entry: Entry, body: CustomersUnmerged) -> None:
    """Undoes the merges that it names, come or still to come."""
    _undo(connection, entry, body, body.merges)


def _undo(
    connection: sa.Connection, entry: Entry, body: AnyUnmerge, merges: Sequence[bytes]
) -> None:
    rows = [
        {
            "merge": merge,
            "undoing": entry.entry_id,
            "hlc": entry.hlc,
            "at_ms": entry.wall_ms,
            "reason": body.reason,
            "clerk_name": body.clerk_name,
            "approver": body.approver,
            "seq": entry.seq,
        }
        for merge in dict.fromkeys(merges)
    ]
    connection.execute(sa.delete(merge_undone).where(merge_undone.c.undoing == entry.entry_id))
    if rows:
        connection.execute(sa.insert(merge_undone), rows)
    settle(connection, (body.winner, body.loser))
