"""Which customers are one: a merged number leads to another, for ever and through any chain."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from app.domain.merges import Merge, Step, steps_of
from app.journal.kinds.body import Body
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import CustomerEdited
from app.journal.kinds.holders import CustomersMerged, CustomerSucceeded
from app.store.among import Among, OneOf
from app.store.prepared import Prepared
from app.store.tables.customers import customer
from app.store.tables.merges import customer_merge, customer_word, merge_fact, merge_undone

_WINNER = Prepared(
    sa.select(customer_merge.c.winner).where(customer_merge.c.loser == sa.bindparam("of_uid"))
)
_LOSERS = Prepared(
    sa.select(customer_merge.c.loser)
    .where(customer_merge.c.winner == sa.bindparam("of_uid"))
    .order_by(customer_merge.c.at_ms, customer_merge.c.seq, customer_merge.c.loser)
)
_ANY = Prepared(
    sa.select(merge_fact.c.merge)
    .where(
        (merge_fact.c.winner == sa.bindparam("of_uid"))
        | (merge_fact.c.loser == sa.bindparam("of_uid"))
    )
    .limit(1)
)
_NEWEST = Prepared(sa.select(merge_fact.c.hlc).order_by(merge_fact.c.hlc.desc()).limit(1))
_STANDS = merge_fact.c.merge.not_in(sa.select(merge_undone.c.merge))


def _naming(one_of: OneOf) -> sa.Select[Any]:
    named = one_of(merge_fact.c.winner) | one_of(merge_fact.c.loser)
    return sa.select(merge_fact.c.winner, merge_fact.c.loser).where(named)


_NAMING = Among(_naming)
_JOINING = Among(lambda one_of: _naming(one_of).where(_STANDS))
_STANDING = Among(lambda one_of: sa.select(merge_fact).where(one_of(merge_fact.c.winner), _STANDS))
_LAST_SAID = Among(
    lambda one_of: sa.select(sa.func.max(customer_word.c.hlc).label("hlc")).where(
        one_of(customer_word.c.uid)
    )
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
        found.extend(row.loser for row in _LOSERS.all(connection, {"of_uid": member}))
    return tuple(found)


def merged_numbers(connection: sa.Connection, uid: bytes) -> tuple[str, ...]:
    """The other numbers that lead to ``uid``."""
    others = members_of(connection, uid)[1:]
    if not others:
        return ()
    query = sa.select(customer.c.number).where(customer.c.uid.in_(others))
    return tuple(connection.scalars(query.order_by(customer.c.number)))


def was_ever_merged(connection: sa.Connection, uid: bytes) -> bool:
    """Whether any merge names ``uid``, undone or not."""
    return _ANY.first(connection, {"of_uid": uid}) is not None


def newest_stamp(connection: sa.Connection) -> int:
    """The logical time of the latest merge known here; 0 before the first.

    What is recorded after it gets a later one, whatever the clock shows.
    """
    found = _NEWEST.first(connection)
    return 0 if found is None else int(found.hlc)


def newest_word(connection: sa.Connection, facts: Iterable[Body]) -> int:
    """The logical time of the latest word known here of those whose record ``facts`` change.

    Whoever changes or merges them has seen it: what they say counts as later, however fast the
    clock was by which it was said. 0 for facts that change no record.
    """
    named = {uid for fact in facts for uid in _changed_by(fact)}
    if not named:
        return 0
    said = _LAST_SAID.all(connection, relatives_of(connection, named))
    return max(int(row.hlc or 0) for row in said)


def _changed_by(fact: Body) -> tuple[bytes, ...]:
    if isinstance(fact, CustomersMerged):
        return fact.winner, fact.loser
    if isinstance(fact, CustomerEdited | ConflictSettled | CustomerSucceeded):
        return (fact.uid,)
    return ()


def relatives_of(
    connection: sa.Connection, uids: Iterable[bytes], joined: Among = _NAMING
) -> set[bytes]:
    """``uids`` and all whom any merge, undone or not, ever joined with them."""
    found = set(uids)
    edge = found
    while edge:
        rows = joined.all(connection, edge)
        edge = {uid for row in rows for uid in row} - found
        found |= edge
    return found


def joined_with(connection: sa.Connection, uid: bytes) -> set[bytes]:
    """``uid`` and all whom merges that nobody has undone join with it."""
    return relatives_of(connection, [uid], _JOINING)


def standing_steps(connection: sa.Connection, uids: Collection[bytes]) -> tuple[Step, ...]:
    """What the merges among relatives come to that nobody has undone."""
    return steps_of(
        Merge((row.hlc, row.merge), row.winner, row.loser, tuple(row.taken.split()))
        for row in _STANDING.all(connection, uids)
    )


def merges_holding(connection: sa.Connection, uid: bytes) -> list[bytes]:
    """The merges that tie ``uid``, with those merged into it, to anybody else."""
    mine = members_of(connection, uid)
    of_winner, of_loser = merge_fact.c.winner.in_(mine), merge_fact.c.loser.in_(mine)
    query = sa.select(merge_fact.c.merge).where(of_winner != of_loser, _STANDS)
    return list(connection.scalars(query.order_by(merge_fact.c.hlc, merge_fact.c.merge)))
