"""The report as the page shows it: sections in a list, one of them as a table; Qt-free."""

from dataclasses import dataclass
from datetime import date, datetime

from app.clock import utc
from app.domain.daily_report import (
    Bar,
    Book,
    DailyReport,
    EntryLine,
    Figure,
    MadeReport,
    ReportRow,
    Section,
    Unit,
    scope_words,
)
from app.messages import text
from ui.formats import clock_time, dong, grouped, moment
from ui.widgets.figures import ChartBar, FigureRow

SUMMARY, BOOKS = "main", "books"
_CHARTED = (SUMMARY, "hours")


@dataclass(frozen=True, slots=True)
class Shown:
    """One table. ``figures`` has a tuple for each row, as long as ``columns``."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    figures: tuple[tuple[Figure | None, ...], ...]
    note: str = ""
    bars: tuple[ChartBar, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list: a section, or an entry behind a figure. ``value`` is what it opens."""

    title: str
    value: str
    lead: str = ""
    detail: str = ""
    side: str = ""
    note: str = ""
    warns: bool = False


def section_list(report: DailyReport) -> tuple[Line, ...]:
    """What the list offers: first what one asks first, last what it was made from."""
    found = [Line(text("report.section.main"), SUMMARY)]
    for section in report.sections:
        title = text(f"report.section.{section.code}")
        if not section.rows:
            found.append(Line(title, section.code, side="–"))
        elif any(row.warns for row in section.rows):
            found.append(Line(title, section.code, side="▲", warns=True))
        else:
            found.append(Line(title, section.code))
    return (*found, Line(text("report.section.books"), BOOKS))


def shown(made: MadeReport, code: str) -> Shown:
    """The table of one section."""
    report = made.report
    bars = _bars(report.chart) if code in _CHARTED else ()
    if code == SUMMARY:
        return _summary(made, bars)
    if code == BOOKS:
        return _books(made)
    section = next(each for each in report.sections if each.code == code)
    return _section(section, bars)


def heading(report: DailyReport) -> str:
    """Day and scope in one line."""
    scope = " · ".join(each.said(text) for each in scope_words(report.scope, _office(report)))
    return f"{text('report.title', day=day_shown(report.day))} · {scope}"


def notices(report: DailyReport) -> str:
    """What one must know before the figures, a sentence a line."""
    said = [each.said(text) for each in report.notices]
    if report.missing:
        said.append(text("report.missing", counters=", ".join(report.missing)))
    return "\n".join(said)


def entry_rows(lines: tuple[EntryLine, ...], day: date) -> tuple[Line, ...]:
    """The entries behind a figure; one with a receipt opens it."""
    return tuple(_entry(line, day) for line in lines)


def figure_at(table: Shown | None, row: int, column: int) -> Figure | None:
    """What stands there; None for a label, and outside."""
    if table is None or column < 0 or not 0 <= row < len(table.figures):
        return None
    return table.figures[row][column]


def figure_title(shown_table: Shown, row: int, column: int) -> str:
    """``Theo dịch vụ › Bưu kiện › Có thuế: 1.515.996``."""
    figure = shown_table.figures[row][column]
    label = shown_table.rows[row].label
    amount = _cell(figure)
    return f"{shown_table.title} › {label} › {shown_table.columns[column]}: {amount}"


def day_shown(day: date) -> str:
    """As people write it."""
    return f"{day:%d/%m/%Y}"


def day_entered(words: str) -> date | None:
    """``21/11/2026`` or ``21112026``; None for what is no day."""
    digits = words.replace("/", "").replace("-", "").replace(".", "").replace(" ", "")
    try:
        return datetime.strptime(digits, "%d%m%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _office(report: DailyReport) -> str:
    return report.heading.office_name


def _summary(made: MadeReport, bars: tuple[ChartBar, ...]) -> Shown:
    report = made.report
    rows = report.main
    note = text("report.empty") if report.empty else _unsent(made)
    return Shown(
        text("report.section.main"),
        (text("report.column.figure"),),
        tuple(_row(row) for row in rows),
        tuple(row.figures for row in rows),
        note,
        bars,
    )


def _section(section: Section, bars: tuple[ChartBar, ...]) -> Shown:
    rows = section.all_rows()
    return Shown(
        text(f"report.section.{section.code}"),
        tuple(text(f"report.column.{column}") for column in section.columns),
        tuple(_row(row, strong=row is section.total) for row in rows),
        tuple(row.figures for row in rows),
        section.note.said(text) if section.note else "",
        bars if section.rows else (),
    )


def _books(made: MadeReport) -> Shown:
    columns = ("entries", "seq")
    return Shown(
        text("report.section.books"),
        tuple(text(f"report.column.{column}") for column in columns),
        tuple(_book(book) for book in made.report.books),
        tuple((None, None) for _ in made.report.books),
        "\n".join((*(_head(book) for book in made.report.books), _unsent(made))),
    )


def _book(book: Book) -> FigureRow:
    label = text("report.scope.counter", counter=book.counter)
    return FigureRow(label, (grouped(book.entries), grouped(book.seq)), warns=not book.complete)


def _head(book: Book) -> str:
    if not book.seq:
        return text("report.book.none", counter=book.counter)
    return f"{moment(utc(book.at_ms))} · {book.hash.hex()}"


def _unsent(made: MadeReport) -> str:
    note = made.note
    if note is None or not note.unsent:
        return text("report.page.all_sent")
    return text("report.page.unsent", count=grouped(len(note.unsent)))


def _row(row: ReportRow, *, strong: bool = False) -> FigureRow:
    cells = tuple(_cell(figure) for figure in row.figures)
    return FigureRow(row.label.said(text), cells, strong, row.warns)


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return dong(figure.amount) if figure.unit is Unit.VND else grouped(figure.amount)


def _bars(chart: tuple[Bar, ...]) -> tuple[ChartBar, ...]:
    return tuple(ChartBar(bar.label, bar.figure.amount) for bar in chart)


def _entry(line: EntryLine, day: date) -> Line:
    at = utc(line.at_ms)
    shown_at = clock_time(at) if f"{day:%d/%m/%Y}" in moment(at) else moment(at)
    detail = " · ".join(filter(None, (line.what, line.who)))
    return Line(
        title=line.kind.said(text),
        detail=detail,
        lead=shown_at,
        side="" if line.amount_vnd is None else dong(line.amount_vnd),
        note=text("report.page.entry", seq=grouped(line.seq), counter=line.counter),
        value=line.receipt,
    )
