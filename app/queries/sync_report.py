"""What the page of the sync shows: what waits, since when, what was refused and why."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import sqlalchemy as sa

from app.clock import Clock, utc
from app.journal.kinds import name_of
from app.messages import catalogue, text
from app.queries.conflicts import count_open
from app.queries.standing import link_state
from app.store.books import entry_at
from app.store.evidence_sent import waiting_evidence
from app.store.outbox import Notice, exceptions, link, oldest_unsent_ms, outbox
from app.store.station import here


@dataclass(frozen=True, slots=True)
class HeldEntry:
    """An entry that headquarters keeps and has not simply applied; ``what`` and ``why`` in words.

    ``status``: quarantined, blocked, deferred.
    """

    seq: int
    what: str
    recorded_at: datetime
    status: str
    why: str


@dataclass(frozen=True, slots=True)
class SyncReport:
    """As things stood ``at`` that moment. ``headquarters``: its host, "" when enrolled by a file.

    ``clock_off_s``: how far this computer's clock is ahead of what headquarters last said; None
    while nothing was heard since the computer was started. ``backed_up``: up to here headquarters'
    own backup holds the journal; 0 while nothing is known of one. ``files``: of evidence, that
    headquarters is not known to hold. ``conflicts``: that nobody has settled.
    """

    at: datetime
    headquarters: str
    state: str
    recorded: int
    acked: int
    oldest_unsent_at: datetime | None
    heard_at: datetime | None
    next_try_at: datetime | None
    problem: str
    clock_off_s: int | None
    held: tuple[HeldEntry, ...]
    backed_up: int = 0
    files: int = 0
    conflicts: int = 0

    @property
    def unsent(self) -> int:
        return self.recorded - self.acked


def sync_report(connection: sa.Connection, clock: Clock) -> SyncReport:
    """How counter and headquarters stand to one another."""
    box, found = outbox(connection), link(connection)
    oldest_ms = oldest_unsent_ms(connection, box) if box else 0
    expected_ms = here(connection).known.now_ms(clock)
    return SyncReport(
        at=utc(clock.now_ms()),
        headquarters=(urlsplit(found.url).hostname or "") if found else "",
        state=link_state(connection, clock),
        recorded=box.head.seq if box else 0,
        acked=box.acked if box else 0,
        oldest_unsent_at=utc(oldest_ms) if oldest_ms else None,
        heard_at=utc(found.heard_ms) if found and found.heard_ms else None,
        next_try_at=utc(box.next_try_ms) if box and box.next_try_ms else None,
        problem=text(found.problem) if found and found.problem else "",
        clock_off_s=None if expected_ms is None else round((clock.now_ms() - expected_ms) / 1000),
        held=tuple(_held(connection, notice) for notice in exceptions(connection)),
        backed_up=box.backed_up if box else 0,
        files=waiting_evidence(connection),
        conflicts=count_open(connection),
    )


def _held(connection: sa.Connection, notice: Notice) -> HeldEntry:
    entry = entry_at(connection, notice.seq)
    assert entry is not None, "headquarters speaks of our own entries"
    kind, why = f"report.kind.{name_of(entry.kind)}", f"sync.held.{notice.code}"
    return HeldEntry(
        seq=notice.seq,
        what=text(kind) if kind in catalogue() else name_of(entry.kind),
        recorded_at=utc(entry.wall_ms),
        status=notice.status,
        why=text(why if why in catalogue() else "sync.held.other"),
    )
