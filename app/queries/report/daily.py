"""One day's entries in, the report out. The same entries give the same report, always."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
from app.domain.reference.forms import NO_FORMS, FormsTable
from app.queries.report.adjusted import Adjusted
from app.queries.report.complaints import Complaints
from app.queries.report.doubts import Anomalies, ClockNotes
from app.queries.report.drawer import Drawer, Shifts
from app.queries.report.facts import Part, facts
from app.queries.report.forms import Forms
from app.queries.report.money import ByAccount, ByPayment, Transfers
from app.queries.report.papers import Copies
from app.queries.report.sales import ByClerk, ByHour, ByRate, ByService, OnDelivery
from app.store.days import NO_END, Extent, Ledger, Span, entry_at, extent, newest_before


@dataclass(frozen=True, slots=True)
class Asked:
    """``ledgers`` are the books at hand, of all counters of the scope.

    ``upto`` is the last entry that counts, of a report made over one journal: None for all there
    are. ``missing`` are counters of the office whose books are not at hand. ``forms`` is the
    comparison of paper valid on the day.
    """

    day: date
    scope: Scope
    heading: Heading
    ledgers: Sequence[Ledger]
    missing: tuple[str, ...] = ()
    upto: int | None = None
    forms: FormsTable = NO_FORMS


class _Parts:
    """In the order in which they stand on the report. A drawer is a counter's, not a clerk's."""

    def __init__(self, asked: Asked) -> None:
        self.services = ByService()
        self.rates = ByRate()
        self.payments = ByPayment()
        self.hours = ByHour()
        self.clerks = ByClerk()
        self.cod = OnDelivery()
        self.adjusted = Adjusted()
        self.copies = Copies()
        self.drawer = Drawer()
        self.shifts = Shifts()
        self.complaints = Complaints()
        self.anomalies = Anomalies()
        of_counter: tuple[Part, ...] = (self.drawer, self.shifts)
        self.all: tuple[Part, ...] = (
            self.services, self.rates, self.payments, Transfers(), self.hours, self.clerks,
            self.cod, self.adjusted, self.copies,
            *(of_counter if asked.scope.clerk is None else ()),
            self.complaints, Forms(asked.forms), self.anomalies, ClockNotes(), ByAccount(),
        )  # fmt: skip


def daily_report(asked: Asked, progress: Progress = no_progress) -> DailyReport:
    """Fold the day. Raises what ``progress`` raises: ReportCancelled."""
    parts = _Parts(asked)
    span = Span(*day_span_ms(asked.day), NO_END if asked.upto is None else asked.upto)
    found = [extent(ledger, span) for ledger in asked.ledgers]
    whole = sum(part.count for part in found)
    books: list[Book] = []
    for ledger, part in zip(asked.ledgers, found, strict=True):
        book = _book(ledger, span, part)
        parts.drawer.begin(ledger, part.first or book.seq + 1)
        before = sum(each.entries for each in books)
        for fact in facts(ledger, span, part, _shifted(progress, before, whole)):
            if asked.scope.clerk in (None, fact.entry.clerk):
                for one in parts.all:
                    one.take(fact)
        parts.shifts.end(ledger, book.seq)
        parts.complaints.end(ledger, book.seq, asked.day)
        books.append(book)
    progress(whole, whole)
    return DailyReport(
        day=asked.day,
        scope=asked.scope,
        heading=asked.heading,
        books=tuple(books),
        missing=asked.missing,
        notices=tuple(_notices(parts)),
        main=_main(parts),
        chart=parts.hours.chart(),
        sections=tuple(section for one in parts.all for section in one.sections()),
    )


def _shifted(progress: Progress, before: int, whole: int) -> Progress:
    """Several journals are one way from 0 to ``whole``."""
    return lambda read, _of: progress(before + read, whole)


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


def _notices(parts: _Parts) -> Iterator[Words]:
    for each in parts.shifts.open.values():
        yield words("report.notice.shift_open", shift=each.number, clerk=each.clerk_name)
    if len(parts.rates.rates) > 1:
        yield words("report.notice.two_rates", rates=" · ".join(parts.rates.rates))


def _main(parts: _Parts) -> tuple[ReportRow, ...]:
    """What one asks first."""
    return (
        _first("sales", parts.clerks.grid.total("sales")),
        _first("items", parts.services.items()),
        _first("gross_vnd", parts.services.grid.total("gross_vnd")),
        _first("cash_vnd", parts.payments.grid.figure("cash", "balance_vnd")),
        _first("adjusted", parts.adjusted.grid.total("times")),
        _first("difference_vnd", parts.shifts.grid.total("difference_vnd")),
    )


def _first(code: str, figure: Figure) -> ReportRow:
    warns = code == "difference_vnd" and figure.amount != 0
    return ReportRow(code, words(f"report.main.{code}"), (figure,), warns)
