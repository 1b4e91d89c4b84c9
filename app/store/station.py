"""Reading who this terminal is and who works at it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.clock import Clock, KnownTime
from app.domain.identities import Clerk, Role
from app.domain.names import name_keys
from app.journal.entry import genesis_hash
from app.store.prepared import Prepared
from app.store.tables.station import clerk, lease, reference_file, terminal


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


TERMINAL = Prepared(sa.select(terminal))
_HEAR = Prepared(
    sa.update(terminal).values(
        known_ms=sa.func.max(terminal.c.known_ms, sa.bindparam("vouched_ms"))
    )
)
_LEVELS = Prepared(
    sa.select(
        lease.c.kind,
        lease.c.prefix,
        sa.func.sum(lease.c.hi - lease.c.next + 1).label("left"),
        sa.func.sum(lease.c.hi - lease.c.lo + 1).label("size"),
    ).group_by(lease.c.kind, lease.c.prefix)
)
_FILES = Prepared(sa.select(reference_file.c.name))
_PEOPLE = Prepared(
    sa.select(clerk.c.id, clerk.c.code, clerk.c.name, clerk.c.role, clerk.c.pin_hash).order_by(
        clerk.c.id
    )
)


def here(connection: sa.Connection) -> Here:
    """The identity that provisioning gave."""
    row = TERMINAL.first(connection)
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


@dataclass(frozen=True, slots=True)
class Writer:
    """Whose journal this store keeps, and whose signatures it believes."""

    terminal: int
    epoch: int
    genesis: bytes
    hq_keys: tuple[bytes, ...]


def writer(connection: sa.Connection) -> Writer:
    """This terminal as headquarters knows it."""
    row = TERMINAL.first(connection)
    genesis = genesis_hash(row.terminal, row.epoch, row.device_key, row.nonce)
    keys = tuple(row.hq_keys[at : at + 32] for at in range(0, len(row.hq_keys), 32))
    return Writer(row.terminal, row.epoch, genesis, keys)


def hear_time(connection: sa.Connection, hq_ms: int, clock: Clock) -> None:
    """Headquarters gave its word for ``hq_ms`` just now; the wall clock is held against it."""
    known = {
        "vouched_ms": hq_ms,
        "reference_ms": hq_ms,
        "reference_monotonic_ms": clock.monotonic_ms(),
        "reference_boot": clock.boot_id(),
    }
    _HEAR.run(connection, known)


def know_time(connection: sa.Connection, hq_ms: int) -> None:
    """Headquarters gave its word for ``hq_ms`` some time ago: no clock is held against it."""
    connection.execute(
        sa.update(terminal).where(terminal.c.known_ms < hq_ms).values(known_ms=hq_ms)
    )


def known_since(connection: sa.Connection) -> int:
    """The last time that headquarters vouched for; 0 before the first."""
    return connection.scalar(sa.select(terminal.c.known_ms)) or 0


def lease_levels(connection: sa.Connection) -> list[dict[str, Any]]:
    """kind, prefix, left and size of all ranges of one kind and prefix together."""
    return [row._asdict() for row in _LEVELS.all(connection)]


def reference_names(connection: sa.Connection) -> list[str]:
    """The reference files that are here, by name."""
    return [row.name for row in _FILES.all(connection)]


def people_rows(connection: sa.Connection) -> list[tuple[int, str, str, str, str]]:
    """Everybody who may sign in, with the hashes of their PINs, by number."""
    return [tuple(row) for row in _PEOPLE.all(connection)]
