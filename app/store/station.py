"""Reading who this terminal is and who works at it."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.clock import KnownTime
from app.domain.identities import Clerk, Role
from app.store.tables.station import clerk, terminal


@dataclass(frozen=True, slots=True, repr=False)
class Here:
    """This terminal. ``lookup_key`` keys the hashes that citizen numbers are found by."""

    terminal: int
    epoch: int
    office: str
    counter: str
    operator: str
    tax_code: str
    lookup_key: bytes
    known: KnownTime


def here(connection: sa.Connection) -> Here:
    """The identity that provisioning gave."""
    row = connection.execute(sa.select(terminal)).one()
    return Here(
        terminal=row.terminal,
        epoch=row.epoch,
        office=row.office,
        counter=row.counter,
        operator=row.operator,
        tax_code=row.tax_code,
        lookup_key=row.lookup_key,
        known=KnownTime(row.known_ms, row.known_monotonic_ms, row.known_boot),
    )


def clerks(connection: sa.Connection) -> tuple[Clerk, ...]:
    """Everybody who may sign in, by name."""
    query = sa.select(clerk.c.id, clerk.c.code, clerk.c.name, clerk.c.role).order_by(clerk.c.name)
    return tuple(
        Clerk(row.id, row.code, row.name, Role(row.role)) for row in connection.execute(query)
    )
