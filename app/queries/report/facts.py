"""What the parts of the report are shown: one entry of the day after the other, body read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from app.domain import accounts
from app.domain.daily_report import PLACE_BITS, Progress, Section
from app.journal.entry import Entry
from app.journal.kinds import body_type, postings_of
from app.journal.kinds.body import Body
from app.store.days import BATCH, Extent, Ledger, Span, readable, walk

HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class Fact:
    """``hour`` is that of the day in Vietnam. ``body`` is None for what cannot be read or counts
    for nothing: an erased or unknown body, or one that headquarters holds back (``held``)."""

    place: int
    entry: Entry
    hour: int
    counter: str
    body: Body | None
    held: bool = False

    @property
    def gross_vnd(self) -> int:
        """What was earned, with its tax; negative for what was taken back."""
        return (
            -sum(leg.amount_vnd for leg in postings_of(self.body) if is_earning(leg.account))
            if self.body
            else 0
        )


class Part(Protocol):
    """One subject of the report."""

    def take(self, fact: Fact) -> None:
        """Add it up, if it is of this subject."""

    def sections(self) -> Iterator[Section]:
        """What came of it."""


def is_earning(account: str) -> bool:
    """Whether the account holds revenue or the tax on it."""
    return account == accounts.VAT_OUTPUT or account.startswith(accounts.revenue(""))


def facts(ledger: Ledger, span: Span, found: Extent, progress: Progress) -> Iterator[Fact]:
    """Every entry of the day. ``progress`` is told now and then, and may stop it."""
    base = ledger.number << PLACE_BITS
    for read, entry in enumerate(walk(ledger, span, found)):
        if read % BATCH == 0:
            progress(read, found.count)
        held = entry.seq in ledger.held
        yield Fact(
            base | entry.seq,
            entry,
            (entry.wall_ms - span.start_ms) // HOUR_MS,
            ledger.counter,
            None if held else readable(entry),
            held,
        )


def is_known(entry: Entry) -> bool:
    """Whether this program knows what such an entry says."""
    return body_type(entry.kind, entry.kind_version) is not None
