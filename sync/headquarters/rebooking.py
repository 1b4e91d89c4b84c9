"""Believing one's own signature: a range that this database has forgotten is booked again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from app.domain.leases import Lease, LeaseKind
from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.terminal import LeaseProved
from sync.headquarters.database import lock_grants
from sync.headquarters.publishing import write_log
from sync.headquarters.tables import lease_grant
from sync.protocol import lease_statement


def book_again(
    connection: sa.Connection,
    public: bytes,
    writer: sa.Row[Any],
    entries: Iterable[Entry],
    now_ms: int,
) -> None:
    """What ``entries`` prove that headquarters lent to their writer, and these rows do not know.

    ``public``: the key that signed. A range of which somebody else has a part is left alone: then
    the entry is held, and people decide.
    """
    proved = [each for each in _proved(entries) if _is_ours(public, writer, each)]
    unknown = _unknown(connection, proved) if proved else []
    if not unknown:
        return
    lock_grants(connection)
    for each in _unknown(connection, unknown):
        whose = f"{writer.terminal}/{writer.epoch}: {each.prefix} {each.lo}-{each.hi}"
        if _is_taken(connection, each):
            write_log(connection, now_ms, "lease_lent_twice", whose)
            continue
        connection.execute(
            sa.insert(lease_grant).values(
                lease_id=each.lease_id,
                terminal=writer.terminal,
                epoch=writer.epoch,
                kind=each.kind.value,
                prefix=each.prefix,
                lo=each.lo,
                hi=each.hi,
                granted_ms=now_ms,
            )
        )
        write_log(connection, now_ms, "lease_booked_again", whose)


def _proved(entries: Iterable[Entry]) -> Iterator[Lease]:
    for each in entries:
        if each.kind != LeaseProved.NUMBER or each.kind_version != LeaseProved.VERSION:
            continue
        try:
            body = read_body(each)
            if isinstance(body, LeaseProved):
                kind = LeaseKind(body.lease_kind)
                yield Lease(body.lease_id, kind, body.prefix, body.lo, body.hi, body.proof)
        except (msgspec.DecodeError, ValueError):
            continue


def _is_ours(public: bytes, writer: sa.Row[Any], lease: Lease) -> bool:
    try:
        statement = lease_statement(writer.terminal, writer.epoch, lease)
        VerifyKey(public).verify(statement, lease.proof)
    except (BadSignatureError, ValueError):
        return False
    return True


def _unknown(connection: sa.Connection, leases: Sequence[Lease]) -> list[Lease]:
    ids = [each.lease_id for each in leases]
    query = sa.select(lease_grant.c.lease_id).where(lease_grant.c.lease_id.in_(ids))
    known = set(connection.scalars(query))
    return [each for each in leases if each.lease_id not in known]


def _is_taken(connection: sa.Connection, lease: Lease) -> bool:
    query = sa.select(lease_grant.c.lease_id).where(
        lease_grant.c.kind == lease.kind.value,
        lease_grant.c.prefix == lease.prefix,
        lease_grant.c.lo <= lease.hi,
        lease_grant.c.hi >= lease.lo,
    )
    return connection.scalar(query.limit(1)) is not None
