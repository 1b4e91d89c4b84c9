"""The daily report at a counter: it has its own journal, and none of the other counters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import day_span_ms, local_day
from app.domain.daily_report import (
    DailyReport,
    EntryLine,
    Heading,
    PrintingNote,
    Progress,
    Scope,
    no_progress,
)
from app.domain.reference.book import ReferenceBook, UnknownOffice
from app.domain.reference.forms import forms_in_force
from app.domain.reference.versions import NoReference
from app.domain.report_refusals import DayNotBegun, NoSuchClerk, OtherOffice
from app.queries.report.daily import Asked, daily_report
from app.queries.report.lines import entry_lines
from app.store.days import Span, own_ledger, seqs_after
from app.store.reference import reference_book
from app.store.station import clerks, here
from app.store.tables.journal import push_state


@dataclass(frozen=True, slots=True)
class AskReport:
    """Without a day: today. ``office`` and ``counter`` are "" for the own office, and all of it.

    ``clerk`` is a clerk's code. ``upto`` makes the report as it was made at that entry, ``acked``
    as it was printed when headquarters had acknowledged that one: both stand on the paper.
    """

    day: date | None = None
    office: str = ""
    counter: str = ""
    clerk: str = ""
    upto: int | None = None
    acked: int | None = None


def report_here(
    connection: sa.Connection, ask: AskReport, now_ms: int, progress: Progress = no_progress
) -> DailyReport:
    """Raises DayNotBegun, OtherOffice, ReportCancelled."""
    day = ask.day or local_day(utc(now_ms))
    if day_span_ms(day)[0] > now_ms:
        raise DayNotBegun(day=f"{day:%d/%m/%Y}")
    station = here(connection)
    if ask.office not in ("", station.office) or ask.counter not in ("", station.counter):
        raise OtherOffice(office=station.office, counter=station.counter)
    asked = Asked(
        day=day,
        scope=scope_of(connection, ask, station.office),
        heading=_heading(connection, station.office, day),
        ledgers=(own_ledger(connection),),
        missing=_missing(connection, ask, day),
        upto=ask.upto,
        forms=forms_in_force(_book(connection, day).files("forms")),
    )
    return daily_report(asked, progress)


def scope_of(connection: sa.Connection, ask: AskReport, office: str) -> Scope:
    """Raises NoSuchClerk."""
    if not ask.clerk:
        return Scope(office, ask.counter)
    found = next((each for each in clerks(connection) if each.code == ask.clerk), None)
    if found is None:
        raise NoSuchClerk(clerk=ask.clerk)
    return Scope(office, ask.counter, found.id, found.name)


def lines_here(connection: sa.Connection, places: Sequence[int]) -> tuple[EntryLine, ...]:
    """The entries behind a figure."""
    return entry_lines((own_ledger(connection),), places)


def printing_note(
    connection: sa.Connection, report: DailyReport, acked: int | None = None
) -> PrintingNote:
    """Which of the report's entries headquarters has not acknowledged yet: now, or at ``acked``."""
    if acked is None:
        acked = connection.scalar(sa.select(push_state.c.acked_seq)) or 0
    span = Span(*day_span_ms(report.day), report.books[0].seq)
    unsent = seqs_after(own_ledger(connection), span, acked)
    return PrintingNote(unsent, acked)


def _heading(connection: sa.Connection, office: str, day: date) -> Heading:
    """As the reference data of that day has it; a day before any has the office's code alone."""
    station = here(connection)
    try:
        found = _book(connection, day).office(office)
    except (NoReference, UnknownOffice):
        return Heading(station.operator, station.tax_code, "", "")
    return Heading(station.operator, station.tax_code, found.name, found.address)


def _book(connection: sa.Connection, day: date) -> ReferenceBook:
    return reference_book(connection, day_span_ms(day)[0])


def _missing(connection: sa.Connection, ask: AskReport, day: date) -> tuple[str, ...]:
    """The other counters of the office: their books are at headquarters, not here."""
    station = here(connection)
    if ask.counter or ask.clerk:
        return ()
    try:
        counters = _book(connection, day).office(station.office).counters
    except (NoReference, UnknownOffice):
        return ()
    return tuple(counter for counter in counters if counter != station.counter)
