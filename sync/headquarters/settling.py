"""Two values contended; a person of headquarters looked and lets the one in force stand.

Another value than the one in force is given to a customer at a counter, as an edit like any other:
headquarters writes in nobody's journal.
"""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.errors import UserError
from sync.headquarters.database import Database, upsert
from sync.headquarters.publishing import write_log
from sync.headquarters.revoking import reason_words
from sync.headquarters.staff_tables import conflict_decision
from sync.headquarters.tables import conflict


@dataclass(eq=False)
class NoSuchConflict(UserError):
    """Nothing contends there."""

    code: ClassVar[str] = "headquarters.no_such_conflict"


@dataclass(frozen=True, slots=True)
class Contention:
    """Where two values met: the later edit's place, and the field."""

    place: int
    field: str


def settle_conflict(
    database: Database, which: Contention, reason: str, now_ms: int, who: str
) -> None:
    """Mark it settled with the value in force. Raises NoSuchConflict, ReasonMissing."""
    words = reason_words(reason)
    with database.writing() as connection:
        row = connection.execute(
            sa.select(conflict.c.winner).where(
                conflict.c.place == which.place, conflict.c.field == which.field
            )
        ).one_or_none()
        if row is None:
            raise NoSuchConflict
        decided = {"place": which.place, "field": which.field, "stands": row.winner}
        upsert(
            connection,
            conflict_decision,
            [decided | {"who": who, "reason": words, "at_ms": now_ms}],
        )
        line = f"{which.place}/{which.field} = {row.winner}: {words}"
        write_log(connection, now_ms, "settled", line, who)
