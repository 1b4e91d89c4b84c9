"""Taking conflicts as headquarters sends them: both values, whose they are, who settled it."""

from collections.abc import Collection, Sequence
from typing import Annotated

import msgspec
import sqlalchemy as sa
from msgspec import Meta

from app.store.heard import Heard
from app.store.tables.conflicts import conflict_heard
from app.store.tables.customers import customer

ENTITY = "conflict"
Id = Annotated[bytes, Meta(min_length=16, max_length=16)]


class Hand(msgspec.Struct, frozen=True, array_like=True):
    """Who did it, where and when; blank where nobody can tell. Without an office: headquarters."""

    name: str = ""
    office: str = ""
    counter: str = ""
    at_ms: int = 0


class Decided(msgspec.Struct, frozen=True, array_like=True):
    """``stands``: mine or theirs. ``entry``: of the counter that settled it, else empty."""

    stands: str
    by: Hand
    reason: str
    entry: bytes = b""


class ConflictRow(msgspec.Struct, frozen=True, array_like=True):
    """``mine`` is what the entry ``edit`` wanted, ``theirs`` what it met, both as JSON.

    ``stands`` is the one that headquarters took. ``erased`` 1: the customer was, nothing is left.
    """

    edit: Id
    field: str
    uid: Id
    number: str = ""
    base: str = "null"
    mine: str = "null"
    theirs: str = "null"
    stands: str = "theirs"
    mine_by: Hand = Hand()
    theirs_by: Hand = Hand()
    decided: Decided | None = None
    erased: int = 0


def key_of(edit: bytes, field: str) -> bytes:
    """By what the feed names a conflict."""
    return edit + field.encode()


def take_conflicts(connection: sa.Connection, bodies: Sequence[bytes], _heard: Heard) -> int:
    """Raises msgspec.DecodeError. Of a customer who is erased here none is kept."""
    for row in (msgspec.msgpack.decode(body, type=ConflictRow) for body in bodies):
        of_row = (conflict_heard.c.edit == row.edit) & (conflict_heard.c.field == row.field)
        connection.execute(sa.delete(conflict_heard).where(of_row))
        if row.erased or _is_erased(connection, row.uid):
            continue
        connection.execute(
            sa.insert(conflict_heard).values(
                edit=row.edit,
                field=row.field,
                uid=row.uid,
                open=int(row.decided is None),
                document=msgspec.msgpack.encode(row),
            )
        )
    return 0


def forget_conflicts(connection: sa.Connection, uids: Collection[bytes]) -> None:
    """They were erased by law: neither value stays."""
    connection.execute(sa.delete(conflict_heard).where(conflict_heard.c.uid.in_(uids)))


def _is_erased(connection: sa.Connection, uid: bytes) -> bool:
    return bool(connection.scalar(sa.select(customer.c.erased).where(customer.c.uid == uid)))
