"""Reading pairs of customers that may be one, and how each pair stands today."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.store.merges import root_of
from app.store.tables.customers import customer
from sync.headquarters.staff_tables import duplicate

MOST = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A pair by its numbers. ``state``: proposed, merged, apart, as it is and not as it was said.

    ``who`` decided, "" while nobody has; ``reasons`` are likenesses, strongest first.
    """

    one: str
    other: str
    score: int
    reasons: tuple[str, ...]
    state: str
    decided_ms: int
    who: str
    words: str


def found_pairs(connection: sa.Connection, *, decided: bool) -> tuple[Found, ...]:
    """What waits for a person, surest first; or what was decided, newest first."""
    waiting = duplicate.c.state == "proposed"
    order = (duplicate.c.decided_ms.desc(),) if decided else (duplicate.c.score.desc(),)
    mine, theirs = customer.alias(), customer.alias()
    query = (
        sa.select(
            duplicate,
            mine.c.number.label("number"),
            theirs.c.number.label("other_number"),
        )
        .join(mine, mine.c.uid == duplicate.c.one)
        .join(theirs, theirs.c.uid == duplicate.c.other)
        .where(~waiting if decided else waiting)
        .order_by(*order, mine.c.number)
        .limit(MOST)
    )
    return tuple(_found(connection, row) for row in connection.execute(query).all())


def state_of(connection: sa.Connection, one: bytes, other: bytes, said: str) -> str:
    """How a pair stands, whoever merged or parted it since something was said of it."""
    if root_of(connection, one) == root_of(connection, other):
        return "merged"
    return "apart" if said == "merged" else said


def _found(connection: sa.Connection, row: sa.Row[tuple[object, ...]]) -> Found:
    return Found(
        one=row.number,
        other=row.other_number,
        score=row.score,
        reasons=tuple(row.reasons.split()),
        state=state_of(connection, row.one, row.other, row.state),
        decided_ms=row.decided_ms,
        who=row.who,
        words=row.words,
    )
