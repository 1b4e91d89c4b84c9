"""Numbers used move their lease on; a number outside every lease is refused."""

from dataclasses import dataclass

import sqlalchemy as sa

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


def pass_number(connection: sa.Connection, kind: str, prefix: str, serial: int) -> bool:
    """Move the lease that holds ``serial`` past it; False when no lease here holds it."""
    holds = (
        (lease.c.kind == kind)
        & (lease.c.prefix == prefix)
        & (lease.c.lo <= serial)
        & (lease.c.hi >= serial)
    )
    following = sa.case((lease.c.next > serial, lease.c.next), else_=serial + 1)
    moved = connection.execute(sa.update(lease).where(holds).values(next=following))
    return moved.rowcount == 1
