"""Entries that gave a customer a value, found again by their places."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.store.conflicts_heard import Hand, key_of
from app.store.origins import place_of, writer_number_of
from sync.headquarters.tables import conflict, entry, person, writer

_WRITER = ("office", "counter", "province")


@dataclass(frozen=True, slots=True)
class Edit:
    """An entry that said a value. ``edit`` is its id."""

    edit: bytes
    hlc: int
    by: Hand
    province: str
    body: Body | None


def keys_of(connection: sa.Connection, uids: Collection[bytes]) -> Mapping[bytes, set[bytes]]:
    """By what the feed names the conflicts of these customers; of whoever has none, nothing."""
    keys: dict[bytes, set[bytes]] = defaultdict(set)
    if not uids:
        return keys
    query = sa.select(conflict.c.uid, conflict.c.place, conflict.c.field)
    rows = connection.execute(query.where(conflict.c.uid.in_(uids))).all()
    edits = edits_at(connection, {row.place for row in rows})
    for row in rows:
        if row.place in edits:
            keys[row.uid].add(key_of(edits[row.place].edit, row.field))
    return keys


def edits_at(connection: sa.Connection, places: Collection[int]) -> dict[int, Edit]:
    """The entries that stand at these places."""
    found = {}
    for place in sorted(places):
        number = writer_number_of(place)
        row = connection.execute(
            sa.select(entry, *(writer.c[name] for name in _WRITER), person.c.name)
            .join(
                writer,
                (writer.c.terminal == entry.c.terminal) & (writer.c.epoch == entry.c.epoch),
            )
            .outerjoin(person, person.c.id == entry.c.clerk)
            .where(writer.c.number == number, entry.c.seq == place - place_of(number, 0))
        ).one_or_none()
        if row is not None:
            found[place] = _edit(row)
    return found


def _edit(row: sa.Row[Any]) -> Edit:
    sealed = Entry(**{name: getattr(row, name) for name in Entry.__struct_fields__})
    try:
        body = read_body(sealed)
    except msgspec.DecodeError:
        body = None
    name: str = getattr(body, "clerk_name", "") or row.name or ""
    hand = Hand(name, row.office, row.counter, row.wall_ms)
    return Edit(row.entry_id, row.hlc, hand, row.province, body)
