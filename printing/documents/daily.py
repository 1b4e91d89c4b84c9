"""The daily report on A4: first what one asks first, last what it was made from."""

from collections.abc import Sequence
from datetime import UTC, datetime

from reportlab.lib.colors import HexColor, black

from app.domain.daily_report import (
    Book,
    DailyReport,
    Figure,
    PrintingNote,
    ReportRow,
    Section,
    scope_words,
    uneven,
)
from app.domain.money import format_vnd
from app.messages import paper_text as text
from printing.a4 import A4, GREY, INSIDE, MARGIN, Cell, row_height
from printing.hour_chart import hour_chart
from printing.theme import Style, moment, width_of

_TITLE = Style("TemBold", 6.4, spread=1.25)
_HEAD = Style("TemSemiBold", 3.6)
_BODY = Style("TemRegular", 3.0)
_STRONG = Style("TemSemiBold", 3.0)
_SMALL = Style("TemRegular", 2.5)
_LARGE = Style("TemBold", 4.6)
_WARN = HexColor(0x9A3412)

_CHART_MM = 38.0
_NARROWEST, _GAP = 22.0, 3.0
_KEEP_ROWS = 3


def render_daily(report: DailyReport, note: PrintingNote | None = None) -> bytes:
    """The same report and note give the same bytes."""
    assert not uneven(report), uneven(report)
    title = text("report.title", day=f"{report.day:%d/%m/%Y}")
    page = A4(title, f"{report.heading.operator} · {title}")
    _head(page, report, title)
    _main(page, report)
    if report.chart:
        page.need(_CHART_MM + 8)
        page.paragraph(text("report.chart"), _HEAD)
        page.gap(1.5)
        page.drawing(hour_chart(report.chart, INSIDE, _CHART_MM))
        page.gap(3)
    for section in report.sections:
        _section(page, section)
    _books(page, report, note)
    return page.pdf()


def _head(page: A4, report: DailyReport, title: str) -> None:
    heading = report.heading
    page.paragraph(heading.operator, _STRONG)
    page.paragraph(text("paper.tax_code", number=heading.tax_code), _SMALL, colour=GREY)
    page.paragraph(heading.office_address, _SMALL, colour=GREY)
    page.gap(3)
    page.paragraph(title, _TITLE)
    scope = scope_words(report.scope, heading.office_name)
    page.paragraph(" · ".join(each.said(text) for each in scope), _HEAD)
    page.gap(1)
    for notice in report.notices:
        page.paragraph(f"▲ {notice.said(text)}", _STRONG, colour=_WARN)
    if report.missing:
        missing = text("report.missing", counters=", ".join(report.missing))
        page.paragraph(f"▲ {missing}", _STRONG, colour=_WARN)
    if report.empty:
        page.paragraph(text("report.empty"), _BODY)
    page.gap(2)


def _main(page: A4, report: DailyReport) -> None:
    """Captions above large figures, in columns of one width."""
    width = INSIDE / max(1, len(report.main))
    shown = [row for row in report.main if row.figures[0] is not None]
    page.rule(heavy=True)
    page.cells(
        [
            Cell(row.label.said(text), MARGIN + place * width, width - 2, _SMALL, colour=GREY)
            for place, row in enumerate(shown)
        ],
        padding=1,
    )
    page.cells(
        [
            Cell(_number(row.figures[0]), MARGIN + place * width, width - 2, _LARGE)
            for place, row in enumerate(shown)
        ]
    )
    page.gap(1)
    page.rule()
    page.gap(3)


def _section(page: A4, section: Section) -> None:
    title = text(f"report.section.{section.code}")
    if not section.rows:
        note = section.note.said(text) if section.note else ""
        page.cells(
            [
                Cell(title, MARGIN, INSIDE * 0.4, _STRONG),
                Cell(note, MARGIN + INSIDE * 0.4, INSIDE * 0.6, _BODY, colour=GREY),
            ]
        )
        return
    widths = _widths(section)
    head = _head_row(section, widths)
    rows = [_row(row, widths, total=row is section.total) for row in section.all_rows()]
    page.gap(2)
    first = sum(row_height(row) for row in rows[:_KEEP_ROWS])
    page.need(_HEAD.leading + row_height(head) + first + 2)
    page.paragraph(title, _HEAD)
    page.cells(head, fill=True)
    for row, cells in zip(section.all_rows(), rows, strict=True):
        if page.need(row_height(cells)):
            page.cells(head, fill=True)
        if row is section.total:
            page.rule(heavy=True)
        page.cells(cells)
    page.rule()
    if section.note:
        page.paragraph(section.note.said(text), _SMALL, colour=GREY)
    page.gap(2)


def _widths(section: Section) -> tuple[float, ...]:
    """Each column as wide as its widest amount; headings wrap."""
    found = []
    for place, _ in enumerate(section.columns):
        amounts = [_number(row.figures[place]) for row in section.all_rows()]
        widest = max(width_of(words, _STRONG) for words in amounts)
        found.append(max(_NARROWEST, widest) + _GAP)
    return tuple(found)


def _head_row(section: Section, widths: Sequence[float]) -> list[Cell]:
    words = [text(f"report.column.{column}") for column in section.columns]
    return [
        Cell(each, left, width - _GAP, _SMALL, "right", GREY)
        for each, left, width in zip(words, _lefts(widths), widths, strict=True)
    ]


def _row(row: ReportRow, widths: Sequence[float], *, total: bool) -> list[Cell]:
    style = _STRONG if total else _BODY
    colour = _WARN if row.warns else black
    label = Cell(row.label.said(text), MARGIN + 1, INSIDE - sum(widths) - 2, style, colour=colour)
    return [
        label,
        *(
            Cell(_number(figure), left, width - _GAP, style, "right", colour)
            for figure, left, width in zip(row.figures, _lefts(widths), widths, strict=True)
        ),
    ]


def _lefts(widths: Sequence[float]) -> list[float]:
    """Where each column begins; the last ends at the margin."""
    left, found = MARGIN + INSIDE - sum(widths), []
    for width in widths:
        found.append(left + _GAP - 1)
        left += width
    return found


def _number(figure: Figure | None) -> str:
    return "" if figure is None else format_vnd(figure.amount)


def _books(page: A4, report: DailyReport, note: PrintingNote | None) -> None:
    """What the report was made from: anyone with the same entries can make it again."""
    page.gap(2)
    page.need(24)
    page.paragraph(text("report.section.books"), _HEAD)
    page.rule()
    for book in report.books:
        page.need(3 * _BODY.leading)
        page.gap(1)
        page.paragraph(book_words(book), _BODY)
        page.paragraph(book.hash.hex(), _SMALL, colour=GREY)
    if note is not None:
        page.gap(1)
        page.paragraph(unsent_words(note), _BODY)


def unsent_words(note: PrintingNote) -> str:
    """How far headquarters had acknowledged the day when it was printed."""
    if not note.unsent:
        return text("report.all_sent")
    return text("report.unsent", count=len(note.unsent), acked=note.acked_seq)


def book_words(book: Book) -> str:
    """Which entries one writer's journal gave."""
    if not book.seq:
        return text("report.book.none", counter=book.counter)
    code = "report.book" if book.complete else "report.book.incomplete"
    return text(
        code,
        counter=book.counter,
        terminal=book.terminal,
        epoch=book.epoch,
        entries=book.entries,
        seq=book.seq,
        at=moment(datetime.fromtimestamp(book.at_ms / 1000, UTC)),
    )
