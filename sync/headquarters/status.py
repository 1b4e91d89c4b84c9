"""How headquarters stands, for its staff and for monitors."""

from dataclasses import dataclass

import sqlalchemy as sa

from sync.headquarters.backed_up import backed_up_seq
from sync.headquarters.shifts import doubtful_shifts
from sync.headquarters.tables import conflict, entry, fork_evidence, quarantine, writer


@dataclass(frozen=True, slots=True)
class TerminalStatus:
    """``pending``, ``clock_off_ms``: as the terminal said when it was last seen.

    ``backed_up``: up to here the last backup holds its journal.
    """

    terminal: int
    epoch: int
    office: str
    counter: str
    acked: int
    pending: int
    last_seen_ms: int
    clock_off_ms: int
    frozen: bool
    backed_up: int = 0


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of everything that a person should know of.

    ``shifts_differing``: closed shifts whose sums here are not those that they closed with.
    """

    terminals: tuple[TerminalStatus, ...]
    entries: int
    quarantined: int
    conflicts: int
    forks: int
    shifts_differing: tuple[str, ...] = ()


def status(connection: sa.Connection) -> Status:
    """As of now."""
    rows = connection.execute(sa.select(writer).order_by(writer.c.terminal, writer.c.epoch)).all()
    return Status(
        terminals=tuple(
            TerminalStatus(
                terminal=row.terminal,
                epoch=row.epoch,
                office=row.office,
                counter=row.counter,
                acked=row.head_seq,
                pending=row.pending,
                last_seen_ms=row.last_seen_ms,
                clock_off_ms=row.clock_off_ms,
                frozen=bool(row.frozen),
                backed_up=backed_up_seq(connection, row),
            )
            for row in rows
        ),
        entries=_count(connection, entry),
        quarantined=_count(connection, quarantine),
        conflicts=_count(connection, conflict),
        forks=_count(connection, fork_evidence),
        shifts_differing=tuple(each.number for each in doubtful_shifts(connection)),
    )


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
