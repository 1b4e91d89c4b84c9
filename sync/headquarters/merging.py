"""Two counters changed one customer: merged field by field, and nothing that loses disappears.

Each edit carries what its clerk saw. Where that still stands, the edit is simply taken. Where
somebody else was faster, identity stays as it is and everything else takes the later word; both
values are kept for a person to decide.
"""

from typing import Any

import msgspec
import sqlalchemy as sa

from app.domain.merges import IDENTITY
from app.journal.entry import Entry
from app.journal.kinds.customers import Change, CustomerEdited, Value
from app.journal.kinds.holders import CustomerSucceeded
from app.journal.kinds.organisations import Description, OrganisationDescribed
from app.store.conflicts import current_value
from app.store.fold import fold_body
from app.store.fold.conflicts import change_of_description, told_description
from app.store.merges import root_of
from app.store.tables.customers import customer
from app.store.tables.relations import organisation
from sync.headquarters.hidden_words import keep_hidden_words
from sync.headquarters.tables import conflict


def merged(connection: sa.Connection, place: int, body: CustomerEdited) -> CustomerEdited:
    """The edit without the changes that lose; every contested one stands in ``conflict``."""
    row = _row(connection, body.uid)  # an edit of nobody is refused by its sender's quarantine
    if row.erased:  # nothing of the person comes back
        return msgspec.structs.replace(body, changes=[], citizen=None)
    taken = []
    for change in body.changes:
        current = current_value(row, change.field)
        contested = current not in (change.was, change.to)
        loses = contested and change.field in IDENTITY
        if contested:
            _keep(connection, place, body.uid, change, current, loses=loses)
        if not loses:
            taken.append(change)
    citizen = body.citizen if any(each.field == "citizen" for each in taken) else None
    return msgspec.structs.replace(body, changes=taken, citizen=citizen)


def fold_edit(connection: sa.Connection, placed: Entry, body: CustomerEdited) -> None:
    """What of the edit does not lose, and whatever it hides."""
    edit = merged(connection, placed.seq, body)
    before = _shown_before(connection, edit)
    fold_body(connection, placed, edit)
    if before is not None:
        _hold_against(connection, placed.seq, edit, before)
    keep_hidden_words(connection, [body.uid])


def _shown_before(connection: sa.Connection, body: CustomerEdited) -> sa.Row[Any] | None:
    """The record that an edited number leads to; None when it leads to itself."""
    root = root_of(connection, body.uid)
    return None if root == body.uid else _row(connection, root)


def _hold_against(
    connection: sa.Connection, place: int, body: CustomerEdited, before: sa.Row[Any]
) -> None:
    """An edit of a merged number by a clerk who had not heard of it may contend with the winner.

    What the record shows is for the merge to say; that two values met is told here, once.
    """
    after = _row(connection, before.uid)
    told = set(connection.scalars(sa.select(conflict.c.field).where(conflict.c.place == place)))
    for change in (each for each in body.changes if each.field not in told):
        shown = current_value(after, change.field)
        if shown != change.to:
            _keep(connection, place, before.uid, change, shown, loses=True)
        elif (other := current_value(before, change.field)) not in (change.was, change.to):
            _keep(connection, place, before.uid, change, other, loses=False)


def _row(connection: sa.Connection, uid: bytes) -> sa.Row[Any]:
    return connection.execute(sa.select(customer).where(customer.c.uid == uid)).one()


def described(
    connection: sa.Connection, place: int, body: OrganisationDescribed
) -> OrganisationDescribed:
    """What an organisation is counts as identity: a description that came too late loses."""
    row = connection.execute(
        sa.select(organisation).where(organisation.c.uid == body.uid)
    ).one_or_none()
    if row is None:
        return body
    current = Description(form=row.form, tax_code=row.tax_code, parent=row.parent)
    if current in (body.was, body.to):
        return body
    change = change_of_description(body.was, body.to)
    _keep(connection, place, body.uid, change, told_description(current), loses=True)
    return msgspec.structs.replace(body, to=current)


def may_succeed(connection: sa.Connection, body: CustomerSucceeded) -> bool:
    """Whether the number still is with the holder whom the clerk saw, or with the new one."""
    held = connection.scalar(sa.select(customer.c.full_name).where(customer.c.uid == body.uid))
    return held in (body.former, body.full_name)


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
