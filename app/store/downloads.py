"""How far the first download of a scope has come, and taking in one part of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.store.engine import dbapi_of
from app.store.received import take_customers
from app.store.snapshot import CustomerRow, add_customers
from app.store.tables.customers import customer
from app.store.tables.station import first_download

_ASKED_AT_ONCE = 500
"""Uids of one question: databases take only so many values."""


@dataclass(frozen=True, slots=True)
class Download:
    """``manifest`` as it was signed; parts before ``next_part`` are here."""

    manifest: bytes
    next_part: int


def download_of(connection: sa.Connection, scope: str) -> Download | None:
    """What was begun and not finished."""
    row = connection.execute(
        sa.select(first_download.c.manifest, first_download.c.next_part).where(
            first_download.c.scope == scope
        )
    ).one_or_none()
    return None if row is None else Download(row.manifest, row.next_part)


def begin_download(connection: sa.Connection, scope: str, manifest: bytes) -> None:
    """In place of one that was begun before."""
    end_download(connection, scope)
    connection.execute(
        sa.insert(first_download).values(scope=scope, manifest=manifest, next_part=0)
    )


def end_download(connection: sa.Connection, scope: str) -> None:
    """Finished, or given up."""
    connection.execute(sa.delete(first_download).where(first_download.c.scope == scope))


def take_customers_at_once(
    connection: sa.Connection, customers: Sequence[CustomerRow], *, acked: int, head: int
) -> int:
    """Let the customers of a part stand here.

    Those that are here already are taken as the feed's rows are. Returns how many were refused
    because another customer here has the same number.
    """
    known = _known(connection, [each.uid for each in customers])
    fresh = [each for each in customers if each.uid not in known and not each.words]
    slowly = [each for each in customers if each.uid in known or each.words]
    if fresh:
        try:
            with connection.begin_nested():
                add_customers(dbapi_of(connection), fresh)
        except dbapi2.IntegrityError:  # a number that another has here: find out whose
            slowly += fresh
    rows = (msgspec.structs.asdict(each) for each in slowly)
    return take_customers(connection, rows, acked=acked, head=head)


def count_part(connection: sa.Connection, scope: str) -> None:
    """The next part is here: in the same transaction as what it held."""
    connection.execute(
        sa.update(first_download)
        .where(first_download.c.scope == scope)
        .values(next_part=first_download.c.next_part + 1)
    )


def _known(connection: sa.Connection, uids: Sequence[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for start in range(0, len(uids), _ASKED_AT_ONCE):
        asked = uids[start : start + _ASKED_AT_ONCE]
        found.update(connection.scalars(sa.select(customer.c.uid).where(customer.c.uid.in_(asked))))
    return found
