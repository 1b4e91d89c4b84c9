"""Which customers are one: a merged number leads to another, for ever and through any chain."""

import sqlalchemy as sa

from app.store.prepared import Prepared
from app.store.tables.customers import customer
from app.store.tables.relations import customer_merge

_WINNER = Prepared(
    sa.select(customer_merge.c.winner).where(customer_merge.c.loser == sa.bindparam("of_uid"))
)
_LOSERS = (
    sa.select(customer_merge.c.loser)
    .where(customer_merge.c.winner == sa.bindparam("of_uid"))
    .order_by(customer_merge.c.at_ms, customer_merge.c.seq)
)


def root_of(connection: sa.Connection, uid: bytes) -> bytes:
    """The customer that ``uid`` leads to today; itself when it was never merged."""
    while (found := _WINNER.first(connection, {"of_uid": uid})) is not None:
        uid = found.winner
    return uid


def members_of(connection: sa.Connection, uid: bytes) -> tuple[bytes, ...]:
    """``uid`` and everyone merged into it, directly or through others: whose facts are read."""
    found = [uid]
    for member in found:
        found.extend(connection.scalars(_LOSERS, {"of_uid": member}))
    return tuple(found)


def merged_numbers(connection: sa.Connection, uid: bytes) -> tuple[str, ...]:
    """The other numbers that lead to ``uid``."""
    others = members_of(connection, uid)[1:]
    if not others:
        return ()
    query = sa.select(customer.c.number).where(customer.c.uid.in_(others))
    return tuple(connection.scalars(query.order_by(customer.c.number)))
