"""Numbers used move their lease on; a number outside every lease is refused."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.store.gathering import notes
from app.store.prepared import Changing, Prepared
from app.store.tables.station import lease


@dataclass(eq=False)
class NumberOutsideLease(Exception):
    """An entry gives out a number that headquarters never leased to this writer."""

    number: str


def use_number(connection: sa.Connection, kind: str, prefix: str, serial: int, number: str) -> None:
    """Let the lease that holds ``serial`` continue after it; never backwards.

    Raises NumberOutsideLease.
    """
    if not pass_number(connection, kind, prefix, serial):
        raise NumberOutsideLease(number=number)


_SERIAL = sa.bindparam("serial", type_=sa.BigInteger)
_HOLDING = Prepared(
    sa.select(lease.c.lease_id, lease.c.lo, lease.c.hi).where(
        lease.c.kind == sa.bindparam("of_kind"),
        lease.c.prefix == sa.bindparam("under"),
        lease.c.lo <= _SERIAL,
        lease.c.hi >= _SERIAL,
    ),
    blind=True,  # a range never changes; only how far it is used does
)
_AFTER = sa.bindparam("after", type_=sa.BigInteger)
_MOVE = Changing(
    sa.update(lease)
    .where(lease.c.lease_id == sa.bindparam("of_lease"))
    .values(next=sa.case((lease.c.next > _AFTER, lease.c.next), else_=_AFTER)),
    key=["of_lease"],
    joined=lambda before, later: before if before["after"] > later["after"] else later,
)


def pass_number(connection: sa.Connection, kind: str, prefix: str, serial: int) -> bool:
    """Move the lease that holds ``serial`` past it; False when no lease here holds it."""
    holding = _holding(connection, kind, prefix, serial)
    if holding is None:
        return False
    _MOVE.change(connection, {"of_lease": holding, "after": serial + 1})
    return True


def _holding(connection: sa.Connection, kind: str, prefix: str, serial: int) -> str | None:
    """Which lease it is; None where none or more than one has it.

    Ranges that the folds before have met need not be looked for again.
    """
    known: list[tuple[int, int, str]] = notes(connection).setdefault((_HOLDING, kind, prefix), [])
    for lo, hi, lease_id in known:
        if lo <= serial <= hi:
            return lease_id
    values = {"of_kind": kind, "under": prefix, "serial": serial}
    found = _HOLDING.all(connection, values)
    if len(found) != 1:
        return None
    known.append((found[0].lo, found[0].hi, found[0].lease_id))
    return str(found[0].lease_id)
