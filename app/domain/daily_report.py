"""The daily report as one value: screen, PDF, XLSX and command show it and add nothing up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

PLACE_BITS = 40
"""A place is the writer's number × 2^40 + sequence; at a counter the number is 0."""

Progress = Callable[[int, int], None]
"""Told how many entries of how many were read; may raise ReportCancelled."""


def no_progress(_read: int, _of: int) -> None:
    """For whoever does not watch."""


class Unit(StrEnum):
    """What a figure counts."""

    VND = "vnd"
    COUNT = "count"
    GRAMS = "g"


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence by its code with what it names; without a code, ``given`` as it is: a name.

    Paper is Vietnamese whatever language the window speaks, so that words wait for their reader.
    """

    code: str = ""
    given: str = ""
    fields: tuple[tuple[str, str | int], ...] = ()

    def said(self, text: Callable[..., str]) -> str:
        """In the language of ``text``: that of the window, or that of paper."""
        return text(self.code, **dict(self.fields)) if self.code else self.given


def words(code: str, /, **fields: str | int) -> Words:
    """The sentence ``code`` with its placeholders."""
    return Words(code, fields=tuple(fields.items()))


def named(name: str) -> Words:
    """A name that no language changes."""
    return Words(given=name)


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, and the places of the entries that it was added up from, in their order."""

    amount: int
    unit: Unit
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """``code`` says the same in every language; ``label`` is for people."""

    code: str
    label: Words
    figures: tuple[Figure | None, ...]
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One table. ``code`` names its title, each of ``columns`` a heading; all rows are as long.

    ``note`` is a sentence under it; a section without rows says ``note`` alone.
    """

    code: str
    columns: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    total: ReportRow | None = None
    note: Words | None = None

    def all_rows(self) -> tuple[ReportRow, ...]:
        """With the total, where there is one, at the end."""
        return self.rows if self.total is None else (*self.rows, self.total)


@dataclass(frozen=True, slots=True)
class Bar:
    """One hour of the chart: its figure is that of the table."""

    label: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Book:
    """One writer's journal as far as it was read: the last entry, and how many of the day.

    ``complete`` is False where entries of the day may still be on their way.
    """

    counter: str
    terminal: int
    epoch: int
    number: int
    seq: int
    hash: bytes
    at_ms: int
    entries: int
    complete: bool = True


class ScopeKind(StrEnum):
    """Whose day it is."""

    OFFICE = "office"
    COUNTER = "counter"
    CLERK = "clerk"


@dataclass(frozen=True, slots=True)
class Scope:
    """``counter`` and ``clerk`` narrow the office down; ``clerk_name`` is only shown."""

    office: str
    counter: str = ""
    clerk: int | None = None
    clerk_name: str = ""

    @property
    def kind(self) -> ScopeKind:
        """The narrowest that was named."""
        if self.clerk is not None:
            return ScopeKind.CLERK
        return ScopeKind.COUNTER if self.counter else ScopeKind.OFFICE


@dataclass(frozen=True, slots=True)
class Heading:
    """Who reports."""

    operator: str
    tax_code: str
    office_name: str
    office_address: str


@dataclass(frozen=True, slots=True)
class DailyReport:
    """The same entries give the same value, whenever and wherever it is made.

    ``main`` are the few figures that stand first. ``missing`` names counters of the office whose
    books are not at hand. ``notices`` are sentences that a reader must know before the figures.
    """

    day: date
    scope: Scope
    heading: Heading
    books: tuple[Book, ...]
    missing: tuple[str, ...]
    notices: tuple[Words, ...]
    main: tuple[ReportRow, ...]
    chart: tuple[Bar, ...]
    sections: tuple[Section, ...]

    @property
    def empty(self) -> bool:
        """Whether no entry of the day falls under the scope's books."""
        return not any(book.entries for book in self.books)


@dataclass(frozen=True, slots=True)
class PrintingNote:
    """What is true at the moment of asking and stands in no entry. It is never part of the report.

    ``unsent`` are places of entries of the day that headquarters has not acknowledged.
    """

    unsent: tuple[int, ...] = field(default=())
    acked_seq: int = 0


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report and what was true beside it when it was made."""

    report: DailyReport
    note: PrintingNote | None = None


class ReportFormat(StrEnum):
    """Files that a report can become, by their ending."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry behind a figure. ``receipt`` opens its transaction, "" when it has none."""

    place: int
    counter: str
    seq: int
    at_ms: int
    kind: Words
    what: str
    who: str
    amount_vnd: int | None
    receipt: str = ""


def figures_of(report: DailyReport) -> Iterator[tuple[str, str, str, Figure]]:
    """(section, row, column, figure) of everything on the report, in reading order."""
    for row in report.main:
        for figure in row.figures:
            if figure is not None:
                yield "main", row.code, "", figure
    for section in report.sections:
        for row in section.all_rows():
            for column, figure in zip(section.columns, row.figures, strict=True):
                if figure is not None:
                    yield section.code, row.code, column, figure


def uneven(report: DailyReport) -> tuple[tuple[str, str], ...]:
    """(section, column) of every total that is not the sum of its rows; only a bug makes one."""
    return tuple(
        (section.code, column)
        for section in report.sections
        if section.total is not None
        for place, column in enumerate(section.columns)
        if _amount(section.total, place) != sum(_amount(row, place) for row in section.rows)
    )


def _amount(row: ReportRow, place: int) -> int:
    figure = row.figures[place]
    return figure.amount if figure else 0


def scope_words(scope: Scope, office_name: str) -> tuple[Words, ...]:
    """Office, counter and clerk, as far as they were named."""
    found = [words("report.scope.office", code=scope.office, name=office_name)]
    if scope.counter:
        found.append(words("report.scope.counter", counter=scope.counter))
    if scope.clerk is not None:
        found.append(words("report.scope.clerk", name=scope.clerk_name))
    return tuple(found)


def file_name(report: DailyReport) -> str:
    """Without its ending: day, office and whatever narrows it down."""
    scope = report.scope
    parts = [report.day.isoformat(), scope.office]
    if scope.counter:
        parts.append(scope.counter)
    if scope.clerk is not None:
        parts.append(f"gdv{scope.clerk}")
    return "-".join(("bao-cao-ngay", *parts))
