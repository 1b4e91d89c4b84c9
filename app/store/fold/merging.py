"""Folding merges of two customers, and their undoing."""

from typing import Any

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.holders import CustomersMerged, CustomersUnmerged
from app.store.fold.customers import keep_base, put_values
from app.store.fold.layers import lay, lift
from app.store.merges import root_of
from app.store.tables.customers import customer
from app.store.tables.relations import customer_merge, merge_event


def customers_merged(connection: sa.Connection, entry: Entry, body: CustomersMerged) -> None:
    """The loser leads to the winner. Raises ValueError when that would go round in a circle."""
    if root_of(connection, body.winner) == body.loser:
        raise ValueError("a merge that leads back to itself")
    for uid in (body.winner, body.loser):
        keep_base(connection, uid)
    connection.execute(
        sa.insert(customer_merge).values(
            loser=body.loser, winner=body.winner, at_ms=entry.wall_ms, seq=entry.seq
        )
    )
    winner, loser = _row(connection, body.winner), _row(connection, body.loser)
    if winner is not None and loser is not None:
        put_values(connection, winner, lay(connection, entry, winner, loser, body.taken))
    _remember(connection, entry, "merged", body)


def customers_unmerged(connection: sa.Connection, entry: Entry, body: CustomersUnmerged) -> None:
    """Both are again what they were; what was edited since stays. Raises NoResultFound."""
    of_pair = (customer_merge.c.loser == body.loser) & (customer_merge.c.winner == body.winner)
    merge = connection.execute(sa.select(customer_merge.c.seq).where(of_pair)).one()
    connection.execute(sa.delete(customer_merge).where(of_pair))
    winner = _row(connection, body.winner)
    if winner is not None:
        put_values(connection, winner, lift(connection, body.winner, merge.seq))
    _remember(connection, entry, "unmerged", body)


def _row(connection: sa.Connection, uid: bytes) -> sa.Row[Any] | None:
    """None while an erased registration is replayed."""
    return connection.execute(sa.select(customer).where(customer.c.uid == uid)).one_or_none()


def _remember(
    connection: sa.Connection,
    entry: Entry,
    kind: str,
    body: CustomersMerged | CustomersUnmerged,
) -> None:
    connection.execute(
        sa.insert(merge_event).values(
            seq=entry.seq,
            kind=kind,
            winner=body.winner,
            loser=body.loser,
            at_ms=entry.wall_ms,
            reason=body.reason,
            clerk_name=body.clerk_name,
            approver=body.approver,
        )
    )
