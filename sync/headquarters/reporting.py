"""The daily report of an office over the books of all its counters, by the counter's own fold."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import day_span_ms, local_day
from app.domain.daily_report import PLACE_BITS, DailyReport, Heading, Progress, Scope, no_progress
from app.domain.reference.book import ReferenceBook, UnknownOffice
from app.domain.reference.forms import forms_in_force
from app.domain.reference.versions import NoReference
from app.domain.report_refusals import DayNotBegun, NoBooks, NoSuchClerk
from app.queries.report.daily import Asked, daily_report
from app.store.days import Ledger, Span, extent
from sync.headquarters.publishing import published_book, published_reference
from sync.headquarters.settings import get_setting
from sync.headquarters.tables import effect, entry, person, writer


@dataclass(frozen=True, slots=True)
class AskOffice:
    """``counter`` and ``clerk`` are "" for all of the office; without a day: today."""

    office: str
    day: date | None = None
    counter: str = ""
    clerk: str = ""


def office_report(
    connection: sa.Connection, ask: AskOffice, now_ms: int, progress: Progress = no_progress
) -> DailyReport:
    """Raises DayNotBegun, NoBooks, NoSuchClerk, ReportCancelled."""
    day = ask.day or local_day(utc(now_ms))
    if day_span_ms(day)[0] > now_ms:
        raise DayNotBegun(day=f"{day:%d/%m/%Y}")
    ledgers = _ledgers(connection, ask, day)
    if not ledgers:
        raise NoBooks(office=ask.office, counter=ask.counter)
    book = published_book(published_reference(connection), day_span_ms(day)[0])
    asked = Asked(
        day=day,
        scope=_scope(connection, ask),
        heading=_heading(connection, book, ask.office),
        ledgers=ledgers,
        missing=_missing(book, ask, ledgers),
        forms=forms_in_force(book.files("forms")),
    )
    return daily_report(asked, progress)


def _ledgers(connection: sa.Connection, ask: AskOffice, day: date) -> list[Ledger]:
    """Every writer of the office, those of former epochs too."""
    query = sa.select(writer).where(writer.c.office == ask.office)
    if ask.counter:
        query = query.where(writer.c.counter == ask.counter)
    rows = connection.execute(query.order_by(writer.c.counter, writer.c.terminal, writer.c.epoch))
    return [_ledger(connection, row, Span(*day_span_ms(day))) for row in rows.all()]


def _ledger(connection: sa.Connection, row: sa.Row[tuple[object, ...]], span: Span) -> Ledger:
    stands = row._mapping  # noqa: SLF001 - SQLAlchemy's documented accessor
    ledger = Ledger(
        connection,
        entry,
        stands["terminal"],
        stands["epoch"],
        stands["office"],
        stands["counter"],
        number=stands["number"],
        complete_ms=_complete_ms(connection, stands),
    )
    return replace(ledger, held=_held(ledger, span))


def _complete_ms(connection: sa.Connection, stands: sa.RowMapping) -> int:
    """Of entries before this moment none is on its way: a later one is here, or it said so."""
    newest = connection.scalar(
        sa.select(entry.c.wall_ms).where(
            entry.c.terminal == stands["terminal"],
            entry.c.epoch == stands["epoch"],
            entry.c.seq == stands["head_seq"],
        )
    )
    said = 0 if stands["pending"] else int(stands["last_seen_ms"])
    return max(newest or 0, said)


def _held(ledger: Ledger, span: Span) -> frozenset[int]:
    """Entries of the day that have no effect here."""
    found = extent(ledger, span)
    base = ledger.number << PLACE_BITS
    places = _without_effect(ledger.connection, base | found.first, base | found.last)
    return frozenset(place - base for place in places)


def _without_effect(connection: sa.Connection, first: int, last: int) -> Sequence[int]:
    """Places from ``first`` to ``last`` whose entries are quarantined, blocked or deferred."""
    query = sa.select(effect.c.place).where(
        effect.c.place.between(first, last), effect.c.status != "applied"
    )
    return connection.scalars(query).all()


def _scope(connection: sa.Connection, ask: AskOffice) -> Scope:
    if not ask.clerk:
        return Scope(ask.office, ask.counter)
    query = sa.select(person.c.id, person.c.name)
    found = connection.execute(
        query.where(person.c.office == ask.office, person.c.code == ask.clerk)
    ).one_or_none()
    if found is None:
        raise NoSuchClerk(clerk=ask.clerk)
    return Scope(ask.office, ask.counter, found.id, found.name)


def _heading(connection: sa.Connection, book: ReferenceBook, office: str) -> Heading:
    operator, tax_code = get_setting(connection, "operator"), get_setting(connection, "tax_code")
    try:
        found = book.office(office)
    except (NoReference, UnknownOffice):
        return Heading(operator, tax_code, "", "")
    return Heading(operator, tax_code, found.name, found.address)


def _missing(book: ReferenceBook, ask: AskOffice, ledgers: Sequence[Ledger]) -> tuple[str, ...]:
    """Counters that the office has and that never sent a book."""
    if ask.counter:
        return ()
    try:
        counters = book.office(ask.office).counters
    except (NoReference, UnknownOffice):
        return ()
    known = {ledger.counter for ledger in ledgers}
    return tuple(counter for counter in counters if counter not in known)
