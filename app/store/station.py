"""Reading who this terminal is and who works at it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.clock import Clock, KnownTime
from app.domain.identities import Clerk, Role
from app.domain.names import name_keys
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


def known_time(row: sa.Row[Any]) -> KnownTime:
    """What this terminal's row says of time."""
    return KnownTime(row.known_ms, row.reference_ms, row.reference_monotonic_ms, row.reference_boot)


def believe(connection: sa.Connection, clock: Clock) -> None:
    """Hold the wall clock, for the rest of this boot, against what it says now."""
    connection.execute(
        sa.update(terminal).values(
            reference_ms=clock.now_ms(),
            reference_monotonic_ms=clock.monotonic_ms(),
            reference_boot=clock.boot_id(),
        )
    )


_TERMINAL = sa.select(terminal)


def here(connection: sa.Connection) -> Here:
    """The identity that provisioning gave."""
    row = connection.execute(_TERMINAL).one()
    return Here(
        terminal=row.terminal,
        epoch=row.epoch,
        office=row.office,
        counter=row.counter,
        operator=row.operator,
        tax_code=row.tax_code,
        lookup_key=row.lookup_key,
        known=known_time(row),
    )


def clerks(connection: sa.Connection) -> tuple[Clerk, ...]:
    """Everybody who may sign in, by given name, as Vietnamese lists go."""
    query = sa.select(clerk.c.id, clerk.c.code, clerk.c.name, clerk.c.role)
    people = [
        Clerk(row.id, row.code, row.name, Role(row.role)) for row in connection.execute(query)
    ]
    return tuple(sorted(people, key=lambda person: (name_keys(person.name).given_first, person.id)))
