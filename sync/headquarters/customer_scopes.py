"""Everywhere that a customer is to be known, and no longer."""

from collections import defaultdict
from collections.abc import Collection, Mapping

import sqlalchemy as sa

from app.store.among import Among
from app.store.merges import joined_with, relatives_of
from app.store.tables.customers import customer
from app.store.tables.merges import merge_fact
from sync.headquarters.feed import TERMINAL, batched, province_scope, terminal_scope
from sync.headquarters.kept_tables import pin
from sync.headquarters.tables import feed, writer
from sync.headquarters.tombstones import CUSTOMER, Left, drop_customers, lay_tombstones

_OWN = Among(
    lambda one_of: (
        sa.select(customer.c.uid, customer.c.number, pin.c.terminal, pin.c.epoch)
        .outerjoin(pin, pin.c.uid == customer.c.uid)
        .where(one_of(customer.c.uid))
    )
)
_MERGED = Among(
    lambda one_of: sa.select(merge_fact.c.winner, merge_fact.c.loser).where(
        one_of(merge_fact.c.winner) | one_of(merge_fact.c.loser)
    )
)


def everywhere_known(
    connection: sa.Connection, uids: Collection[bytes]
) -> Mapping[bytes, set[str]]:
    """The scopes of each and of all whom merges that stand join with it.

    A number of one province may lead to one of another: whoever has the one must know the other.
    """
    found: dict[bytes, set[str]] = {}
    for group in batched(uids):
        joined = {uid: joined_with(connection, uid) for uid in _merged(connection, group)}
        own = own_scopes(connection, set(group).union(*joined.values()))
        for uid in group:
            found[uid] = set().union(*(own.get(each, ()) for each in joined.get(uid, (uid,))))
    return found


def merges_known(connection: sa.Connection, uid: bytes) -> set[str]:
    """Where merges of ``uid`` are told: wherever one was, its undoing must be heard, too."""
    own = own_scopes(connection, relatives_of(connection, [uid]))
    return set().union(*own.values())


def part_again(connection: sa.Connection, uids: Collection[bytes]) -> None:
    """Some of ``uids`` are no longer merged: they leave the scopes to which that had brought them.

    Takes the feed's lock when any do: nothing but a commit may follow.
    """
    for group in batched(uids):
        merged = _merged(connection, group)
        if merged:
            once = own_scopes(connection, relatives_of(connection, merged))
            told = sa.select(feed.c.scope, feed.c.uid).where(
                feed.c.scope.in_(set().union(*once.values())),
                feed.c.entity == CUSTOMER,
                feed.c.uid.in_(merged),
            )
            rows = connection.execute(told.order_by(feed.c.scope, feed.c.uid)).all()
            leave(connection, [Left(row.scope, row.uid) for row in rows])


def leave(connection: sa.Connection, told: Collection[Left]) -> None:
    """Of the customers whom a scope was told of, those leave who do not belong to it.

    Takes the feed's lock when any do: nothing but a commit may follow.
    """
    known = everywhere_known(connection, {each.uid for each in told})
    left = [each for each in told if each.scope not in known[each.uid]]
    homes = {scope: _home(connection, scope) for scope in {each.scope for each in left}}
    # What a writer was told alone, its province may tell it by now: then nothing is gone.
    quietly = [each for each in left if homes[each.scope] in known[each.uid]]
    drop_customers(connection, quietly)
    lay_tombstones(connection, [each for each in left if each not in quietly])


def own_scopes(connection: sa.Connection, uids: Collection[bytes]) -> Mapping[bytes, set[str]]:
    """The province that gave the number, and the writers of other provinces that asked for it."""
    found: dict[bytes, set[str]] = defaultdict(set)
    for group in batched(uids):
        for row in _OWN.all(connection, group):
            found[row.uid].add(province_scope(row.number[:2]))
            if row.terminal is not None:
                found[row.uid].add(terminal_scope(row.terminal, row.epoch))
    return found


def _merged(connection: sa.Connection, uids: Collection[bytes]) -> set[bytes]:
    """Those of ``uids`` who were ever merged."""
    pairs = _MERGED.all(connection, uids)
    return {uid for pair in pairs for uid in pair} & set(uids)


def _home(connection: sa.Connection, scope: str) -> str:
    """The scope of the province in which the writer is whose scope it is; "" for other scopes."""
    if not scope.startswith(TERMINAL):
        return ""
    terminal, epoch = map(int, scope.removeprefix(TERMINAL).split("/"))
    mine = (writer.c.terminal == terminal) & (writer.c.epoch == epoch)
    return province_scope(connection.scalar(sa.select(writer.c.province).where(mine)) or "")
