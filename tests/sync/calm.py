"""The lines are good again: passes go on until everybody has told and heard everything."""

from collections.abc import Sequence

import sqlalchemy as sa

from app.store import outbox as boxes
from sync.headquarters.office import Headquarters
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.revoking import release, waive
from sync.headquarters.tables import feed, quarantine
from tests.sync.country import Counter

MOST_ROUNDS = 4
"""Bounded time: after so many passes of everybody nothing may be under way."""

REASONS = ("unknown_kind",)
"""What waits for a newer headquarters, and is held meanwhile."""

WAIVED = ("complaint_moved_on", "lease_not_granted", "number_outside_lease")
"""What staff take note of: somebody else's step came first, or a range was never lent."""

LATE = "after_revocation"


def settle(headquarters: Headquarters, counters: Sequence[Counter]) -> None:
    """Everybody calls once, then whoever is behind, until nobody is."""
    for counter in counters:
        _call(counter)
    catch_up(headquarters, counters)


def catch_up(headquarters: Headquarters, counters: Sequence[Counter]) -> None:
    """Whoever is behind calls, until nobody is."""
    for _ in range(MOST_ROUNDS):
        behind = [each for each in counters if _is_behind(headquarters, each)]
        if not behind:
            return
        for counter in behind:
            _call(counter)


def decide(headquarters: Headquarters, now_ms: int, *, vouched: bool) -> None:
    """What staff decide about what is held; ``vouched``: for all that came after a revocation."""
    query = sa.select(quarantine.c.terminal, quarantine.c.seq, quarantine.c.code)
    held = query.where(quarantine.c.code.in_((*WAIVED, LATE))).order_by(quarantine.c.place).limit(1)
    while True:
        with headquarters.database.reading() as connection:
            row = connection.execute(held).one_or_none()
        if row is None:
            return
        act = release if vouched and row.code == LATE else waive
        act(headquarters.database, row.terminal, row.seq, "đã kiểm tra", now_ms)


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


def _call(counter: Counter) -> None:
    counter.wire.calm()
    assert counter.sync().problem == ""
