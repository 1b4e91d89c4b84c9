"""The lines are good again: passes go on until everybody has told and heard everything."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.store import outbox as boxes
from sync.headquarters.office import Headquarters
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.revoking import waive
from sync.headquarters.tables import feed, quarantine
from tests.sync.country import Counter

MOST_ROUNDS = 4
"""Bounded time: after so many passes of everybody nothing may be under way."""

WAIVED = ("complaint_moved_on",)
"""What staff take note of: somebody else's step came first."""


def settle(headquarters: Headquarters, counters: Sequence[Counter]) -> None:
    """Everybody calls once, then whoever is behind, until nobody is."""
    waiting = list(counters)
    for _ in range(MOST_ROUNDS):
        for counter in waiting:
            counter.wire.calm()
            assert counter.sync().problem == ""
        waiting = [each for each in counters if _is_behind(headquarters, each)]
        if not waiting:
            return


def decide(headquarters: Headquarters, now_ms: int) -> None:
    """What staff decide about what is held."""
    held = sa.select(quarantine.c.terminal, quarantine.c.seq).where(quarantine.c.code.in_(WAIVED))
    while True:
        with headquarters.database.reading() as connection:
            row = connection.execute(held.order_by(quarantine.c.place).limit(1)).one_or_none()
        if row is None:
            return
        waive(headquarters.database, row.terminal, row.seq, "đã kiểm tra", now_ms)


def _is_behind(headquarters: Headquarters, counter: Counter) -> bool:
    newest = sa.select(feed.c.scope, sa.func.max(feed.c.pos)).group_by(feed.c.scope)
    with headquarters.database.reading() as connection:
        epoch = feed_epoch(connection)
        last = {row[0]: row[1] for row in connection.execute(newest)}
    with counter.store.reading() as connection:
        box = boxes.outbox(connection)
        read = boxes.cursors(connection)
    if box is None or box.pending or counter.store.missing:
        return True
    return any(counted != epoch or pos < last.get(scope, 0) for scope, counted, pos, _ in read)
