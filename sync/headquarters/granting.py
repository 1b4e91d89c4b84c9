"""Lending numbers: ranges bound to a terminal and epoch, never lent twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.leases import LARGEST, Lease, LeaseKind
from app.domain.reference.book import ReferenceBook
from app.store.tables.station import lease
from sync.headquarters.database import Database
from sync.headquarters.restoring import highest, notice_lost_grants
from sync.headquarters.rolls import Range, first_beyond_rolls
from sync.headquarters.settings import get_setting, put_setting
from sync.headquarters.tables import lease_grant

SIZES = {LeaseKind.CUSTOMER: 500, LeaseKind.ITEM: 1_000, LeaseKind.RECEIPT: 5_000}
"""What a counter begins with: little is lost when its computer is replaced."""

MOST = 20_000
QUICK_MS, SLOW_MS = 3 * 86_400_000, 30 * 86_400_000
"""A range used up within three days is followed by one twice as large, so that a counter can be
alone for longer than that; one that lasted a month, by half as large a one.
"""

_FIRST_SIZE = "first_lease"

LOW_SHARE, LOW_LEFT = 40, 50
"""A new range is lent when less than 40 % of the old ones are left, or fewer than 50."""


@dataclass(frozen=True, slots=True)
class Level:
    """What a terminal says that it has left."""

    left: int
    size: int

    @property
    def low(self) -> bool:
        return self.left * 100 < LOW_SHARE * self.size or self.left < LOW_LEFT


def grant_where_low(
    connection: sa.Connection,
    writer: sa.Row[Any],
    book: ReferenceBook,
    levels: Mapping[tuple[str, str], Level],
    database: Database,
    now_ms: int,
) -> tuple[Lease, ...]:
    """The ranges that the terminal should take in now; the list must hear of them after the commit.

    A range that was lent and whose arrival its journal has not yet told is sent again rather than
    another one lent.
    """
    low = [
        key
        for key in _wanted(writer, book, now_ms)
        if levels.get((key[0].value, key[1]), Level(0, 0)).low
    ]
    if not low:
        return ()
    notice_lost_grants(connection, database, now_ms)
    waiting = _not_arrived(connection, writer)
    found = []
    for kind, prefix in low:
        again = waiting.get((kind, prefix))
        each = again or _grant(connection, writer, kind, prefix, now_ms)
        if each is not None:
            found.append(each)
    return tuple(found)


def _wanted(writer: sa.Row[Any], book: ReferenceBook, now_ms: int) -> list[tuple[LeaseKind, str]]:
    year = local_day(utc(now_ms)).year % 100
    return [
        (LeaseKind.CUSTOMER, f"{writer.province}{year:02d}"),
        (LeaseKind.RECEIPT, f"{writer.office}-{writer.counter}"),
        *((LeaseKind.ITEM, service.s10_prefix) for service in book.services),
    ]


def _not_arrived(
    connection: sa.Connection, writer: sa.Row[Any]
) -> dict[tuple[LeaseKind, str], Lease]:
    rows = connection.execute(
        sa.select(lease_grant)
        .outerjoin(lease, lease.c.lease_id == lease_grant.c.lease_id)
        .where(
            lease_grant.c.terminal == writer.terminal,
            lease_grant.c.epoch == writer.epoch,
            lease.c.lease_id.is_(None),
        )
    )
    found = [Lease(row.lease_id, LeaseKind(row.kind), row.prefix, row.lo, row.hi) for row in rows]
    return {(each.kind, each.prefix): each for each in found}


def put_first_size(connection: sa.Connection, size: int) -> None:
    """From now on every counter begins with ``size`` numbers of each kind."""
    put_setting(connection, _FIRST_SIZE, str(size))


def _size(
    connection: sa.Connection, writer: sa.Row[Any], kind: LeaseKind, prefix: str, now_ms: int
) -> int:
    """How large the next range is, by how long the last one lasted."""
    least = int(get_setting(connection, _FIRST_SIZE) or SIZES[kind])
    last = connection.execute(
        sa.select(lease_grant.c.lo, lease_grant.c.hi, lease_grant.c.granted_ms)
        .where(
            lease_grant.c.terminal == writer.terminal,
            lease_grant.c.epoch == writer.epoch,
            lease_grant.c.kind == kind.value,
            lease_grant.c.prefix == prefix,
        )
        .order_by(lease_grant.c.lo.desc())
        .limit(1)
    ).one_or_none()
    if last is None:
        return least
    before: int = last.hi - last.lo + 1
    lasted_ms = now_ms - last.granted_ms
    wished = before * 2 if lasted_ms < QUICK_MS else before
    return min(max(wished if lasted_ms < SLOW_MS else before // 2, least), MOST)


def _grant(
    connection: sa.Connection, writer: sa.Row[Any], kind: LeaseKind, prefix: str, now_ms: int
) -> Lease | None:
    """None when every number of the prefix was lent."""
    lo = highest(connection, kind, prefix) + 1
    size = _size(connection, writer, kind, prefix, now_ms)
    if kind is LeaseKind.ITEM:
        lo = first_beyond_rolls(connection, Range(prefix, lo, lo + size - 1))
    hi = min(lo + size - 1, LARGEST[kind])
    if lo > hi:
        return None
    granted = Lease(f"{writer.terminal}-{writer.epoch}-{prefix}-{lo}", kind, prefix, lo, hi)
    connection.execute(
        sa.insert(lease_grant).values(
            lease_id=granted.lease_id,
            terminal=writer.terminal,
            epoch=writer.epoch,
            kind=kind.value,
            prefix=prefix,
            lo=lo,
            hi=hi,
            granted_ms=now_ms,
        )
    )
    return granted
