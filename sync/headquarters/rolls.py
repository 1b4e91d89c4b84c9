"""Numbers on printed labels: no counter's roll shares one with a lease or with another roll."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from app.domain.daily_report import PLACE_BITS
from app.domain.leases import LeaseKind
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.labels import LabelsReceived
from app.store.prepared import Prepared
from app.store.tables.acceptance import label_roll
from sync.headquarters.tables import lease_grant


@dataclass(frozen=True, slots=True)
class Range:
    """Serials ``lo`` to ``hi``, both included, under ``prefix``."""

    prefix: str
    lo: int
    hi: int

    def shares(self, other: "Range") -> bool:
        return self.prefix == other.prefix and self.lo <= other.hi and other.lo <= self.hi


def rolls_of(connection: sa.Connection, writer_number: int) -> list[Range]:
    """The rolls that one writer took in."""
    first = writer_number << PLACE_BITS
    places = {"first": first, "after": first + (1 << PLACE_BITS)}
    return [Range(*row) for row in _ROLLS.all(connection, places)]


_ROLLS = Prepared(
    sa.select(label_roll.c.prefix, label_roll.c.lo, label_roll.c.hi).where(
        label_roll.c.seq >= sa.bindparam("first", type_=sa.BigInteger),
        label_roll.c.seq < sa.bindparam("after", type_=sa.BigInteger),
    )
)


def ranges_in_use(connection: sa.Connection, entries: Sequence[Entry]) -> list[Range]:
    """All leases and rolls under the prefixes of rolls that ``entries`` tell of."""
    prefixes = {body.prefix for each in entries if (body := _roll(each)) is not None}
    if not prefixes:
        return []
    leases = sa.select(lease_grant.c.prefix, lease_grant.c.lo, lease_grant.c.hi).where(
        lease_grant.c.kind == LeaseKind.ITEM.value, lease_grant.c.prefix.in_(prefixes)
    )
    rolls = sa.select(label_roll.c.prefix, label_roll.c.lo, label_roll.c.hi).where(
        label_roll.c.prefix.in_(prefixes)
    )
    return [Range(*row) for query in (leases, rolls) for row in connection.execute(query)]


def first_beyond_rolls(connection: sa.Connection, wanted: Range) -> int:
    """Where a range of this length may begin, at ``wanted.lo`` or later, clear of every roll."""
    query = (
        sa.select(label_roll.c.lo, label_roll.c.hi)
        .where(label_roll.c.prefix == wanted.prefix, label_roll.c.hi >= wanted.lo)
        .order_by(label_roll.c.lo)
    )
    lo, length = wanted.lo, wanted.hi - wanted.lo + 1
    for roll_lo, roll_hi in connection.execute(query):
        if roll_lo <= lo + length - 1:
            lo = max(lo, roll_hi + 1)
    return lo


def _roll(each: Entry) -> LabelsReceived | None:
    if each.kind != LabelsReceived.NUMBER:
        return None
    try:
        body = read_body(each)
    except msgspec.DecodeError:
        return None
    return body if isinstance(body, LabelsReceived) else None
