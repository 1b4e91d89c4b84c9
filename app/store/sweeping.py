"""A scope is read again because the names of what left it are forgotten: what does not come, went.

Only customers leave a scope, and only what the whole reading did not bring is parted with: until
its end everything stays as it is, however often the line breaks meanwhile.
"""

from collections.abc import Collection

import sqlalchemy as sa

from app.store.parting import part_with
from app.store.prepared import Prepared
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer
from app.store.tables.heard import feed_seen

_MARK = b""
"""Stands among the uids of a scope for as long as it is being read again."""

_MARKED = Prepared(
    sa.select(feed_seen.c.uid).where(
        feed_seen.c.scope == sa.bindparam("of_scope"), feed_seen.c.uid == _MARK
    )
)


def begin_sweep(connection: sa.Connection, scope: str) -> None:
    """In the transaction in which the scope's cursor goes."""
    connection.execute(sa.delete(feed_seen).where(feed_seen.c.scope == scope))
    connection.execute(sa.insert(feed_seen).values(scope=scope, uid=_MARK))


def note_seen(connection: sa.Connection, scope: str, uids: Collection[bytes]) -> None:
    """These came; nothing to note while no scope is being read again."""
    if uids and _sweeping(connection, scope):
        into = sa.insert(feed_seen).prefix_with("OR IGNORE")
        connection.execute(into, [{"scope": scope, "uid": uid} for uid in uids])


def end_sweep(connection: sa.Connection, scope: str) -> int:
    """The reading has come to its end: part with those who did not come; how many they were."""
    if not _sweeping(connection, scope):
        return 0
    came = sa.select(feed_seen.c.uid).where(feed_seen.c.scope == scope)
    missing = connection.scalars(
        sa.select(customer.c.uid).where(
            customer.c.source == "headquarters",
            customer.c.uid.not_in(came),
            customer.c.uid.not_in(sa.select(pinned_customer.c.uid)),
        )
    ).all()
    give_up_sweep(connection, scope)
    return part_with(connection, missing)


def give_up_sweep(connection: sa.Connection, scope: str) -> None:
    """What is read now is not everything: nobody is parted with."""
    connection.execute(sa.delete(feed_seen).where(feed_seen.c.scope == scope))


def _sweeping(connection: sa.Connection, scope: str) -> bool:
    return _MARKED.first(connection, {"of_scope": scope}) is not None
