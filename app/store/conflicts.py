"""Reading conflicts at a counter, and what a record says of a field."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.kinds.customers import CHANGEABLE, Value
from app.store.conflicts_heard import ConflictRow
from app.store.merges import members_of, root_of
from app.store.tables.conflicts import conflict_heard, conflict_settled
from app.store.tables.journal import journal

ORGANISATION = "organisation"
TOGETHER = ("commune", "scheme")
"""A commune and the list that its code is of are one value."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What this journal said of a conflict, last. ``entry`` is the id of the entry."""

    stands: str
    at_ms: int
    clerk_name: str
    reason: str
    entry: bytes


@dataclass(frozen=True, slots=True)
class Conflict:
    """Fields of one edit that a person settles together; more than one only for a commune."""

    rows: tuple[ConflictRow, ...]
    answer: Answer | None = None

    @property
    def told(self) -> ConflictRow:
        """The row that names it."""
        return self.rows[0]

    @property
    def other(self) -> str:
        """The side that does not hold."""
        return "theirs" if self.told.stands == "mine" else "mine"

    @property
    def is_open(self) -> bool:
        """Nobody has settled it, as far as is known here."""
        return self.answer is None and any(row.decided is None for row in self.rows)

    @property
    def name(self) -> str:
        """By which commands mean it."""
        return f"{self.told.edit.hex()}-{self.told.field}"


def conflicts_of(connection: sa.Connection, uid: bytes) -> tuple[Conflict, ...]:
    """Of one customer with all who were merged into it, the oldest first."""
    members = members_of(connection, root_of(connection, uid))
    return _read(connection, conflict_heard.c.uid.in_(members))


def all_conflicts(connection: sa.Connection, *, settled: bool, most: int) -> tuple[Conflict, ...]:
    """The newest of all, open or settled; what was answered here is settled."""
    answered = sa.select(conflict_settled.c.edit)
    wanted: sa.ColumnElement[bool] = conflict_heard.c.open == 1
    if settled:
        wanted = sa.or_(conflict_heard.c.open == 0, conflict_heard.c.edit.in_(answered))
    newest = (
        sa.select(conflict_heard.c.edit)
        .where(wanted)
        .distinct()
        .order_by(conflict_heard.c.edit.desc())
        .limit(most)
    )
    found = _read(connection, conflict_heard.c.edit.in_(newest))
    return tuple(each for each in reversed(found) if each.is_open != settled)


def conflict_named(connection: sa.Connection, name: str) -> Conflict | None:
    """None for a name that means none."""
    edit, _, field = name.partition("-")
    try:
        found = _read(connection, conflict_heard.c.edit == bytes.fromhex(edit))
    except ValueError:
        return None
    return next((each for each in found if each.told.field == field), None)


def current_value(row: Any, field: str) -> Value:  # noqa: ANN401 - a row of any database
    """What the record says, as edits say it. Raises ValueError for what no edit may be of."""
    if field not in CHANGEABLE:
        raise ValueError(field)
    if field == "phones":
        found: Value = row.phones.split()
    elif field == "citizen":
        found = row.citizen_number
    else:
        found = getattr(row, field)
    return found


def value_of(row: ConflictRow, side: str) -> Value:
    """``side``: mine, theirs, base."""
    value: Value = msgspec.json.decode(getattr(row, side))
    return value


def _read(connection: sa.Connection, wanted: sa.ColumnElement[bool]) -> tuple[Conflict, ...]:
    query = sa.select(conflict_heard.c.document).where(wanted)
    documents = connection.scalars(query.order_by(conflict_heard.c.edit, conflict_heard.c.field))
    rows = [msgspec.msgpack.decode(each, type=ConflictRow) for each in documents]
    answers = _answers(connection, {row.edit for row in rows})
    return tuple(
        Conflict(group, answers.get((group[0].edit, group[0].field))) for group in _groups(rows)
    )


def _groups(rows: Iterable[ConflictRow]) -> list[tuple[ConflictRow, ...]]:
    """Commune and scheme of one edit come together, since they follow one another by name."""
    groups: dict[tuple[bytes, str], list[ConflictRow]] = {}
    for row in rows:
        name = TOGETHER[0] if row.field in TOGETHER else row.field
        groups.setdefault((row.edit, name), []).append(row)
    return [tuple(group) for group in groups.values()]


def _answers(
    connection: sa.Connection, edits: Collection[bytes]
) -> dict[tuple[bytes, str], Answer]:
    query = (
        sa.select(conflict_settled, journal.c.entry_id)
        .join(journal, journal.c.seq == conflict_settled.c.seq)
        .where(conflict_settled.c.edit.in_(edits))
        .order_by(conflict_settled.c.seq)
    )
    return {
        (row.edit, row.field): Answer(
            row.stands, row.at_ms, row.clerk_name, row.reason, row.entry_id
        )
        for row in connection.execute(query)
    }
