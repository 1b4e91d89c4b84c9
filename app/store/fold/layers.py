"""Values that a merge laid over a record, so that un-merging lifts exactly those off again.

While any merge lies on a field, later edits of the field lie on top of it as layers too: lifting a
merge from below changes nothing that is seen.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.entry import Entry
from app.store.tables.relations import customer_layer, customer_merge

FIELDS: dict[str, tuple[str, ...]] = {
    "full_name": ("full_name",),
    "birth_date": ("birth_date",),
    "sex": ("sex",),
    "citizen": ("citizen_number", "citizen_lookup", "citizen_source", "citizen_issued_on"),
    "phones": ("phones",),
    "address": ("street", "commune", "scheme"),
    "alert_note": ("alert_note",),
}
"""What can be taken over from another record, and the columns that go together."""

_BASE = 0


def lay(
    connection: sa.Connection,
    entry: Entry,
    before: sa.Row[Any],
    after: sa.Row[Any],
    fields: Iterable[str],
) -> dict[str, Any]:
    """Lay values of ``after`` over the record ``before``; the columns that change."""
    changed: dict[str, Any] = {}
    for field in fields:
        columns = FIELDS[field]
        if not _layers(connection, before.uid, field):
            _write(connection, before.uid, field, (_BASE, 0), _of(before, columns))
        values = _of(after, columns)
        _write(connection, before.uid, field, (entry.seq, entry.wall_ms), values)
        changed |= values
    return changed


def edited(
    connection: sa.Connection, entry: Entry, before: sa.Row[Any], values: Mapping[str, Any]
) -> None:
    """An edit of fields that carry layers lies on top of them."""
    query = sa.select(customer_layer.c.field).where(
        customer_layer.c.uid == before.uid, customer_layer.c.seq == _BASE
    )
    for field in connection.scalars(query).all():
        columns = FIELDS[field]
        if any(column in values for column in columns):
            seen = {column: values.get(column, getattr(before, column)) for column in columns}
            _write(connection, before.uid, field, (entry.seq, entry.wall_ms), seen)


def lift(connection: sa.Connection, uid: bytes, seq: int) -> dict[str, Any]:
    """Take away what the merge ``seq`` laid over ``uid``; the columns that change by it."""
    changed: dict[str, Any] = {}
    fields = sa.select(customer_layer.c.field).where(
        customer_layer.c.uid == uid, customer_layer.c.seq == seq
    )
    for field in connection.scalars(fields).all():
        of_field = (customer_layer.c.uid == uid) & (customer_layer.c.field == field)
        was_top = _layers(connection, uid, field)[0].seq == seq
        connection.execute(sa.delete(customer_layer).where(of_field, customer_layer.c.seq == seq))
        left = _layers(connection, uid, field)
        if was_top and left:
            changed |= msgspec.msgpack.decode(left[0].document)
        if not _any_merge(connection, [layer.seq for layer in left]):
            connection.execute(sa.delete(customer_layer).where(of_field))
    return changed


def _layers(connection: sa.Connection, uid: bytes, field: str) -> list[sa.Row[Any]]:
    """Topmost first."""
    query = (
        sa.select(customer_layer.c.seq, customer_layer.c.document)
        .where(customer_layer.c.uid == uid, customer_layer.c.field == field)
        .order_by(customer_layer.c.at_ms.desc(), customer_layer.c.seq.desc())
    )
    return list(connection.execute(query))


def _any_merge(connection: sa.Connection, seqs: list[int]) -> bool:
    query = sa.select(customer_merge.c.seq).where(customer_merge.c.seq.in_(seqs)).limit(1)
    return connection.scalar(query) is not None


def _of(row: sa.Row[Any], columns: Iterable[str]) -> dict[str, Any]:
    return {column: getattr(row, column) for column in columns}


def _write(
    connection: sa.Connection,
    uid: bytes,
    field: str,
    place: tuple[int, int],
    values: Mapping[str, Any],
) -> None:
    seq, at_ms = place
    connection.execute(
        sa.insert(customer_layer).values(
            uid=uid, field=field, seq=seq, at_ms=at_ms, document=msgspec.msgpack.encode(values)
        )
    )
