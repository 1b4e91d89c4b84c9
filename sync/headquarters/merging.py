"""Two counters changed one customer: merged field by field, and nothing that loses disappears.

Each edit carries what its clerk saw. Where that still stands, the edit is simply taken. Where
somebody else was faster, identity stays as it is and everything else takes the later word; both
values are kept for a person to decide.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.kinds.customers import Change, CustomerEdited, Value
from app.store.tables.customers import customer
from sync.headquarters.tables import conflict

IDENTITY = ("full_name", "birth_date", "sex", "citizen")


def merged(connection: sa.Connection, place: int, body: CustomerEdited) -> CustomerEdited:
    """The edit without the changes that lose; every contested one stands in ``conflict``."""
    row = connection.execute(
        sa.select(customer).where(customer.c.uid == body.uid)
    ).one()  # an edit of nobody is refused by its sender's quarantine
    taken = []
    for change in body.changes:
        current = _current(row, change.field)
        contested = current not in (change.was, change.to)
        loses = contested and change.field in IDENTITY
        if contested:
            _keep(connection, place, body.uid, change, current, loses=loses)
        if not loses:
            taken.append(change)
    citizen = body.citizen if any(each.field == "citizen" for each in taken) else None
    return msgspec.structs.replace(body, changes=taken, citizen=citizen)


def _current(row: sa.Row[Any], field: str) -> Value:
    if field == "phones":
        found: Value = row.phones.split()
    elif field == "citizen":
        found = row.citizen_number
    else:
        found = getattr(row, field)
    return found


def _keep(
    connection: sa.Connection,
    place: int,
    uid: bytes,
    change: Change,
    current: Value,
    *,
    loses: bool,
) -> None:
    values = {"base": change.was, "mine": change.to, "theirs": current}
    connection.execute(
        sa.insert(conflict).values(
            place=place,
            field=change.field,
            uid=uid,
            winner="theirs" if loses else "mine",
            **{name: msgspec.json.encode(value).decode() for name, value in values.items()},
        )
    )
