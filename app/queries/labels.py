"""Rolls of printed labels: how many labels of each are left."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.item_code import make_item_code
from app.store.labels import rolls, used_between


@dataclass(frozen=True, slots=True)
class LabelRoll:
    """``first`` and ``last`` as printed; ``used`` counts items that have one of its labels."""

    first: str
    last: str
    count: int
    used: int
    received_at: datetime
    clerk_name: str


def label_rolls(connection: sa.Connection) -> tuple[LabelRoll, ...]:
    """Every roll of this counter, newest first."""
    found = []
    for roll in rolls(connection):
        first = make_item_code(roll.prefix, roll.lo)
        last = make_item_code(roll.prefix, roll.hi)
        found.append(
            LabelRoll(
                first=first,
                last=last,
                count=roll.hi - roll.lo + 1,
                used=used_between(connection, first, last),
                received_at=utc(roll.received_ms),
                clerk_name=roll.clerk_name,
            )
        )
    return tuple(found)
