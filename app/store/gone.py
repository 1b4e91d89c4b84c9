"""Taking the word that something no longer belongs to a scope of this counter."""

from collections.abc import Sequence
from typing import Annotated

import msgspec
import sqlalchemy as sa

from app.store.heard import Heard
from app.store.parting import part_with
from app.store.tables.cards import pinned_customer

GONE = "gone"
"""The entity of such a word."""


class GoneRow(msgspec.Struct, frozen=True, array_like=True):
    """``entity`` and ``uid`` of what went."""

    entity: str
    uid: Annotated[bytes, msgspec.Meta(min_length=1)]


def take_gone(connection: sa.Connection, bodies: Sequence[bytes], _heard: Heard) -> int:
    """Raises msgspec.DecodeError. Of whom the books here speak, the record stays."""
    rows = [msgspec.msgpack.decode(body, type=GoneRow) for body in bodies]
    uids = [row.uid for row in rows if row.entity == "customer"]
    for uid in uids:
        connection.execute(sa.delete(pinned_customer).where(pinned_customer.c.uid == uid))
    part_with(connection, uids)
    return 0
