"""Numbers used move their lease on; a number outside every lease is refused."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.store.prepared import Prepared
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


_SERIAL = sa.bindparam("serial", type_=sa.Integer)
_MOVE = Prepared(
    sa.update(lease)
    .where(
        lease.c.kind == sa.bindparam("of_kind"),
        lease.c.prefix == sa.bindparam("under"),
        lease.c.lo <= _SERIAL,
        lease.c.hi >= _SERIAL,
    )
    .values(next=sa.case((lease.c.next > _SERIAL, lease.c.next), else_=_SERIAL + 1))
)


def pass_number(connection: sa.Connection, kind: str, prefix: str, serial: int) -> bool:
    """Move the lease that holds ``serial`` past it; False when no lease here holds it."""
    return _MOVE.run(connection, {"of_kind": kind, "under": prefix, "serial": serial}) == 1
