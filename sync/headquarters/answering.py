"""A counter answers which of two values stands: merged like an edit, and heard once.

Whoever comes first settles a conflict, staff here or a person at any counter. A later answer is
kept in its journal, changes nothing, and its counter hears who was first.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.entry import Entry
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import Change, CustomerEdited
from app.journal.kinds.organisations import OrganisationDescribed
from app.store.conflicts import ORGANISATION
from app.store.fold.conflicts import change_of_description, description_of
from app.store.merges import relatives_of
from app.store.tables.customers import customer
from sync.headquarters.edits import edits_at
from sync.headquarters.merging import described, merged
from sync.headquarters.staff_tables import conflict_answer, conflict_decision
from sync.headquarters.tables import conflict, writer


def answered(connection: sa.Connection, placed: Entry, body: ConflictSettled) -> ConflictSettled:
    """The answer without what has no effect; it settles the conflict if nobody did before."""
    rows = _meant(connection, body)
    if any(_is_decided(connection, row) for row in rows):
        return replace(body, changes=[], citizen=None)
    for row in rows:
        _settle(connection, row, placed, body)
    return _merged(connection, placed, body)


def _meant(connection: sa.Connection, body: ConflictSettled) -> list[sa.Row[Any]]:
    relatives = relatives_of(connection, [body.uid])
    found = sa.select(conflict).where(
        conflict.c.uid.in_(relatives), conflict.c.field.in_(body.fields)
    )
    rows = connection.execute(found).all()
    edits = edits_at(connection, {row.place for row in rows})
    return [row for row in rows if row.place in edits and edits[row.place].edit == body.edit]


def _is_decided(connection: sa.Connection, row: sa.Row[Any]) -> bool:
    made = sa.select(conflict_decision.c.at_ms).where(
        conflict_decision.c.place == row.place, conflict_decision.c.field == row.field
    )
    return connection.scalar(made) is not None


def _settle(
    connection: sa.Connection, row: sa.Row[Any], placed: Entry, body: ConflictSettled
) -> None:
    which = {"place": row.place, "field": row.field}
    connection.execute(
        sa.insert(conflict_decision).values(
            **which,
            stands=body.stands,
            who=_whose(connection, placed, body),
            reason=body.reason,
            at_ms=placed.wall_ms,
        )
    )
    connection.execute(sa.insert(conflict_answer).values(**which, by_place=placed.seq))
    connection.execute(sa.update(conflict).filter_by(**which).values(winner=body.stands))


def _whose(connection: sa.Connection, placed: Entry, body: ConflictSettled) -> str:
    where = connection.execute(
        sa.select(writer.c.office, writer.c.counter).where(
            writer.c.terminal == placed.terminal, writer.c.epoch == placed.epoch
        )
    ).one()
    return f"{body.clerk_name} ({where.office}-{where.counter})"


def _merged(connection: sa.Connection, placed: Entry, body: ConflictSettled) -> ConflictSettled:
    """What an edit with the same changes would come to."""
    record = [change for change in body.changes if change.field != ORGANISATION]
    edit = CustomerEdited(uid=body.uid, base_version=0, changes=record, citizen=body.citizen)
    taken = merged(connection, placed.seq, edit) if record else edit
    others = [
        each
        for change in body.changes
        if change.field == ORGANISATION
        for each in _description(connection, placed, body.uid, change)
    ]
    return replace(body, changes=[*taken.changes, *others], citizen=taken.citizen)


def _description(
    connection: sa.Connection, placed: Entry, uid: bytes, change: Change
) -> Sequence[Change]:
    erased = connection.scalar(sa.select(customer.c.erased).where(customer.c.uid == uid))
    if erased or change.was is None:
        return ()
    wanted = OrganisationDescribed(
        uid=uid, was=description_of(change.was), to=description_of(change.to)
    )
    stands = described(connection, placed.seq, wanted)
    return () if stands.to != wanted.to else (change_of_description(stands.was, stands.to),)
