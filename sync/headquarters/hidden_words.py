"""Of two numbers that are one customer the later word shows: the one that it hides is told of.

A merge that arrives after both words, or an edit that contends with two records at once, lets a
word disappear that nobody looked at. It still stands beside its own record, but the next edit
there writes over it: so it is kept with the conflicts, where a person decides.
"""

from collections.abc import Collection, Iterator
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.kinds.body import Body
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.customers import CHANGEABLE, Change, CustomerEdited
from app.store.conflicts import current_value
from app.store.fold.words import FIELDS, own_words_of
from app.store.merges import relatives_of, was_ever_merged
from app.store.tables.customers import customer, customer_event
from app.store.tables.merges import merge_fact
from sync.headquarters.edits import Edit, edits_at
from sync.headquarters.tables import conflict


def keep_hidden_words(connection: sa.Connection, uids: Collection[bytes]) -> None:
    """Of all who ever were one with ``uids``, what they say and do not show, once."""
    if not any(was_ever_merged(connection, uid) for uid in uids):
        return
    relatives = relatives_of(connection, uids)
    known = sa.select(customer).where(customer.c.uid.in_(relatives), customer.c.erased == 0)
    own = own_words_of(connection, relatives)
    for row in connection.execute(known.order_by(customer.c.uid)).all():
        values, stamps = own.get(row.uid, ({}, []))
        hidden = {
            mark: hlc
            for field, hlc, mark in stamps
            if any(values[column] != getattr(row, column) for column in FIELDS[field])
        }
        if hidden:
            _keep(connection, row, values, hidden)


def _keep(
    connection: sa.Connection, row: sa.Row[Any], values: dict[str, Any], hidden: dict[bytes, int]
) -> None:
    seen = _last_looked_at(connection, row.uid)
    unseen = {mark for mark, hlc in hidden.items() if hlc >= seen}
    for place, edit in _said(connection, row.uid, unseen) if unseen else ():
        for change in _changes(edit.body):
            shown = current_value(row, change.field)
            if _own(values, change.field) == change.to != shown:
                _keep_one(connection, place, row.uid, change, shown)


def _last_looked_at(connection: sa.Connection, uid: bytes) -> int:
    """Whoever says that two are one has looked at both."""
    named = (merge_fact.c.winner == uid) | (merge_fact.c.loser == uid)
    return int(connection.scalar(sa.select(sa.func.max(merge_fact.c.hlc)).where(named)) or 0)


def _said(
    connection: sa.Connection, uid: bytes, marks: Collection[bytes]
) -> Iterator[tuple[int, Edit]]:
    events = sa.select(customer_event.c.seq).where(customer_event.c.uid == uid)
    for place, edit in edits_at(connection, set(connection.scalars(events))).items():
        if edit.edit in marks:
            yield place, edit


def _changes(body: Body | None) -> Collection[Change]:
    if not isinstance(body, CustomerEdited | ConflictSettled):
        return ()
    return [each for each in body.changes if each.field in CHANGEABLE]  # no organisation


def _own(values: dict[str, Any], field: str) -> Any:  # noqa: ANN401 - the field decides the type
    if field == "phones":
        return values.get("phones", "").split()
    return values.get("citizen_number" if field == "citizen" else field)


def _keep_one(
    connection: sa.Connection, place: int, uid: bytes, change: Change, shown: object
) -> None:
    values = [msgspec.json.encode(each).decode() for each in (change.was, change.to, shown)]
    base, mine, theirs = values
    either = (conflict.c.mine == mine) | (conflict.c.theirs == mine)
    told = sa.select(conflict.c.place).where(
        conflict.c.field == change.field,
        (conflict.c.place == place) | ((conflict.c.uid == uid) & either),
    )
    if connection.execute(told.limit(1)).first() is None:
        connection.execute(
            sa.insert(conflict).values(
                place=place,
                field=change.field,
                uid=uid,
                base=base,
                mine=mine,
                theirs=theirs,
                winner="theirs",
            )
        )
