"""One day's entries in, the report out. The same entries give the same report, always."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.calendar import day_span_ms
from app.domain.daily_report import (
    Book,
    DailyReport,
    Figure,
    Heading,
    Progress,
    ReportRow,
    Scope,
    Words,
    no_progress,
    words,
)
from app.queries.report.doubts import Anomalies, ClockNotes
from app.queries.report.facts import Fact, Part, facts
from app.queries.report.money import ByAccount, ByPayment
from app.queries.report.papers import Copies
from app.queries.report.sales import ByClerk, ByHour, ByRate, ByService, OnDelivery
from app.store.days import NO_END, Extent, Ledger, Span, entry_at, extent, newest_before


@dataclass(frozen=True, slots=True)
class Asked:
    """``ledgers`` are the books at hand, of all counters of the scope.

    ``upto`` is the last entry that counts, of a report made over one journal: None for all there
    are. ``missing`` are counters of the office whose books are not at hand.
    """

    day: date
    scope: Scope
    heading: Heading
    ledgers: Sequence[Ledger]
    missing: tuple[str, ...] = ()
    upto: int | None = None


@dataclass(slots=True)
class _Parts:
    """In the order in which they stand on the report."""

    services: ByService = field(default_factory=ByService)
    rates: ByRate = field(default_factory=ByRate)
    payments: ByPayment = field(default_factory=ByPayment)
    hours: ByHour = field(default_factory=ByHour)
    clerks: ByClerk = field(default_factory=ByClerk)
    cod: OnDelivery = field(default_factory=OnDelivery)
    copies: Copies = field(default_factory=Copies)
    anomalies: Anomalies = field(default_factory=Anomalies)
    clock: ClockNotes = field(default_factory=ClockNotes)
    accounts: ByAccount = field(default_factory=ByAccount)

    def all(self) -> tuple[Part, ...]:
        return (
            self.services, self.rates, self.payments, self.hours, self.clerks, self.cod,
            self.copies, self.anomalies, self.clock, self.accounts,
        )  # fmt: skip


def daily_report(asked: Asked, progress: Progress = no_progress) -> DailyReport:
    """Fold the day. Raises what ``progress`` raises: ReportCancelled."""
    parts = _Parts()
    each = parts.all()
    span = Span(*day_span_ms(asked.day), NO_END if asked.upto is None else asked.upto)
    found = [extent(ledger, span) for ledger in asked.ledgers]
    whole = sum(part.count for part in found)
    before = 0
    for ledger, part in zip(asked.ledgers, found, strict=True):
        for fact in facts(ledger, span, part, _shifted(progress, before, whole)):
            if _is_of(fact, asked.scope):
                for one in each:
                    one.take(fact)
        before += part.count
    progress(whole, whole)
    books = tuple(
        _book(ledger, span, part) for ledger, part in zip(asked.ledgers, found, strict=True)
    )
    return DailyReport(
        day=asked.day,
        scope=asked.scope,
        heading=asked.heading,
        books=books,
        missing=asked.missing,
        notices=_notices(parts),
        main=_main(parts),
        chart=parts.hours.chart(),
        sections=tuple(section for one in each for section in one.sections()),
    )


def _shifted(progress: Progress, before: int, whole: int) -> Progress:
    """Several journals are one way from 0 to ``whole``."""
    return lambda read, _of: progress(before + read, whole)


def _is_of(fact: Fact, scope: Scope) -> bool:
    return scope.clerk is None or fact.entry.clerk == scope.clerk


def _book(ledger: Ledger, span: Span, found: Extent) -> Book:
    """The journal as far as the report goes: to the last entry of the day, or the last before."""
    last = entry_at(ledger, found.last) if found.count else newest_before(ledger, span)
    return Book(
        counter=ledger.counter,
        terminal=ledger.terminal,
        epoch=ledger.epoch,
        number=ledger.number,
        seq=last.seq if last else 0,
        hash=last.hash if last else b"",
        at_ms=last.wall_ms if last else 0,
        entries=found.count,
        complete=ledger.complete_ms >= span.end_ms,
    )


def _notices(parts: _Parts) -> tuple[Words, ...]:
    found = []
    if len(parts.rates.rates) > 1:
        found.append(words("report.notice.two_rates", rates=" · ".join(parts.rates.rates)))
    return tuple(found)


def _main(parts: _Parts) -> tuple[ReportRow, ...]:
    """What one asks first."""
    return (
        _first("receipts", parts.clerks.grid.total("receipts")),
        _first("items", parts.services.grid.total("items")),
        _first("gross_vnd", parts.services.grid.total("gross_vnd")),
        _first("cash_vnd", parts.payments.grid.figure("cash", "balance_vnd")),
        _first("cod_vnd", parts.cod.grid.total("cod_vnd")),
    )


def _first(code: str, figure: Figure) -> ReportRow:
    return ReportRow(code, words(f"report.main.{code}"), (figure,))
