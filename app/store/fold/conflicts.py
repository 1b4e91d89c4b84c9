"""Folding what people chose between two values that met."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import Change
from app.journal.kinds.organisations import Description
from app.store.fold.customers import change_record, remember_event
from app.store.fold.relations import put_description
from app.store.tables.conflicts import conflict_settled as settled_table

SIDES = ("mine", "theirs")
ORGANISATION = "organisation"
"""What an organisation is contends as one value, under this name."""


def conflict_settled(connection: sa.Connection, entry: Entry, body: ConflictSettled) -> None:
    """The answer is remembered; what it changes stands in the record.

    Raises ValueError for an answer that is neither value.
    """
    if body.stands not in SIDES:
        raise ValueError(body.stands)
    rows = [
        {
            "seq": entry.seq,
            "field": field,
            "edit": body.edit,
            "uid": body.uid,
            "stands": body.stands,
            "at_ms": entry.wall_ms,
            "clerk_name": body.clerk_name,
            "reason": body.reason,
        }
        for field in body.fields
    ]
    if rows:
        connection.execute(sa.insert(settled_table), rows)
    record = [change for change in body.changes if change.field != ORGANISATION]
    if record:
        change_record(connection, entry, body.uid, record, body.citizen)
    for change in body.changes:
        if change.field == ORGANISATION:
            put_description(connection, entry, body.uid, description_of(change.to))
    remember_event(connection, entry, body.uid, "settled", " ".join(body.fields))


def description_of(told: object) -> Description:
    """Form, tax code and parent out of the value of a change. Raises ValueError, TypeError."""
    if not isinstance(told, list):
        raise TypeError("a description is a list")
    form, tax_code, parent = told
    return Description(form=form, tax_code=tax_code, parent=bytes.fromhex(parent) or None)


def told_description(described: Description) -> list[str]:
    """The same as the value of a change."""
    parent = described.parent.hex() if described.parent else ""
    return [described.form, described.tax_code, parent]


def change_of_description(was: Description | None, to: Description) -> Change:
    """As conflicts have it."""
    before = None if was is None else told_description(was)
    return Change(ORGANISATION, before, told_description(to))
