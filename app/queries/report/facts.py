"""What the parts of the report are shown: one entry of the day after the other, body read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.domain.daily_report import PLACE_BITS, Progress, Section
from app.journal.entry import Entry
from app.journal.kinds import body_type
from app.journal.kinds.body import Body
from app.queries.report.items import Change, Changes
from app.store.days import BATCH, Extent, Ledger, Span, readable, walk

HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Fact:
    """``hour`` is that of the day in Vietnam. ``body`` is None for what cannot be read or counts
    for nothing: an erased or unknown body, or one that headquarters holds back (``held``)."""

    place: int
    entry: Entry
    hour: int
    body: Body | None
    changes: tuple[Change, ...]
    held: bool = False

    @property
    def gross_vnd(self) -> int:
        """What was earned, with its tax; negative for what was taken back."""
        return sum(change.gross_vnd for change in self.changes)


class Part(Protocol):
    """One subject of the report."""

    def take(self, fact: Fact) -> None:
        """Add it up, if it is of this subject."""

    def sections(self) -> Iterator[Section]:
        """What came of it."""


def facts(ledger: Ledger, span: Span, found: Extent, progress: Progress) -> Iterator[Fact]:
    """Every entry of the day. ``progress`` is told now and then, and may stop it."""
    base = ledger.number << PLACE_BITS
    changes = Changes(ledger.connection)
    for read, entry in enumerate(walk(ledger, span, found)):
        if read % BATCH == 0:
            progress(read, found.count)
        held = entry.seq in ledger.held
        body = None if held else readable(entry)
        hour = (entry.wall_ms - span.start_ms) // HOUR_MS
        yield Fact(base | entry.seq, entry, hour, body, changes.of(body), held)


def is_known(entry: Entry) -> bool:
    """Whether this program knows what such an entry says."""
    return body_type(entry.kind, entry.kind_version) is not None
