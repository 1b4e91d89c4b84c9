"""The daily report as a workbook: to read on the first sheet, to work with on the second."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.domain.daily_report import (
    DailyReport,
    Figure,
    PrintingNote,
    ReportRow,
    Section,
    figures_of,
    file_name,
    scope_words,
    uneven,
)
from app.messages import paper_text as text
from printing.documents.daily import book_words, unsent_words

_LABEL, _NUMBER = 44, 18
_A4: Final = 9
_GROUPED: Final = "#,##0"


class _Writer:
    """Goes down one sheet."""

    def __init__(self, book: Workbook, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._row = 0
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.head = book.add_format({"bold": True, "font_size": 12})
        self.column = book.add_format(
            {"bold": True, "bg_color": "#EEF1F4", "align": "right", "text_wrap": True}
        )
        self.number = book.add_format({"num_format": _GROUPED})
        self.sum = book.add_format({"num_format": _GROUPED, "bold": True, "top": 1})
        self.strong = book.add_format({"bold": True, "top": 1})
        self.warning = book.add_format({"bold": True, "font_color": "#9A3412"})

    def words(self, *words: str, style: Format | None = None) -> None:
        """One row of words."""
        for place, each in enumerate(words):
            self._sheet.write_string(self._row, place, each, style)
        self._row += 1

    def row(self, row: ReportRow, *, total: bool = False) -> None:
        """A label and its figures: numbers, never text that looks like one."""
        label = self.strong if total else self.warning if row.warns else None
        self._sheet.write_string(self._row, 0, row.label.said(text), label)
        for place, figure in enumerate(row.figures, 1):
            if figure is not None:
                style = self.sum if total else self.number
                self._sheet.write_number(self._row, place, figure.amount, style)
        self._row += 1

    def gap(self) -> None:
        self._row += 1


def daily_xlsx(report: DailyReport, note: PrintingNote | None = None) -> bytes:
    """The same report and note give the same bytes; totals were checked before they are written."""
    assert not uneven(report), uneven(report)
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    made = datetime.combine(report.day, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": file_name(report), "created": made})
    _to_read(book, report, note)
    _to_work_with(book, report)
    book.close()
    return out.getvalue()


def _to_read(book: Workbook, report: DailyReport, note: PrintingNote | None) -> None:
    sheet = book.add_worksheet(text("report.sheet.read"))
    sheet.set_column(0, 0, _LABEL)
    sheet.set_column(1, 8, _NUMBER)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    write = _Writer(book, sheet)
    write.words(text("report.title", day=f"{report.day:%d/%m/%Y}"), style=write.title)
    write.words(report.heading.operator)
    scope = scope_words(report.scope, report.heading.office_name)
    write.words(" · ".join(each.said(text) for each in scope), style=write.head)
    for notice in report.notices:
        write.words(notice.said(text), style=write.warning)
    if report.missing:
        missing = text("report.missing", counters=", ".join(report.missing))
        write.words(missing, style=write.warning)
    if report.empty:
        write.words(text("report.empty"))
    write.gap()
    for row in report.main:
        write.row(row)
    for section in report.sections:
        _section(write, section)
    write.gap()
    write.words(text("report.section.books"), style=write.head)
    for each in report.books:
        write.words(book_words(each))
        write.words(each.hash.hex())
    if note is not None:
        write.words(unsent_words(note))


def _section(write: _Writer, section: Section) -> None:
    write.gap()
    write.words(text(f"report.section.{section.code}"), style=write.head)
    if section.rows:
        columns = (text(f"report.column.{column}") for column in section.columns)
        write.words("", *columns, style=write.column)
    for row in section.all_rows():
        write.row(row, total=row is section.total)
    if section.note is not None:
        write.words(section.note.said(text))


_COLUMNS = ("section", "row", "column", "unit", "amount", "entries")


def _to_work_with(book: Workbook, report: DailyReport) -> None:
    """Every figure on a line of its own, under codes that no language changes."""
    sheet = book.add_worksheet(text("report.sheet.data"))
    bold, number = book.add_format({"bold": True}), book.add_format({"num_format": _GROUPED})
    sheet.set_column(0, 3, _NUMBER)
    sheet.set_column(4, 5, _NUMBER, number)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(_COLUMNS):
        sheet.write_string(0, place, column, bold)
    down = 0
    for down, (section, row, column, figure) in enumerate(figures_of(report), 1):
        for place, words in enumerate((section, row, column, figure.unit.value)):
            sheet.write_string(down, place, words)
        _numbers(sheet, down, figure, number)
    sheet.autofilter(0, 0, down, len(_COLUMNS) - 1)


def _numbers(sheet: Worksheet, down: int, figure: Figure, number: Format) -> None:
    sheet.write_number(down, 4, figure.amount, number)
    sheet.write_number(down, 5, len(figure.places), number)
