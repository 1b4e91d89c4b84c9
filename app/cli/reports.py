"""``tem report daily``: a day's report as lines, JSON with every entry behind it, PDF and XLSX."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from app.bootstrap.desk import open_counter
from app.bootstrap.reports import write_report
from app.cli.output import Exit, Output
from app.cli.signing_in import sign_in
from app.clock import local, utc
from app.domain.daily_report import (
    PLACE_BITS,
    Book,
    DailyReport,
    Figure,
    MadeReport,
    Progress,
    ReportFormat,
    Section,
    scope_words,
)
from app.domain.report_refusals import ReportFormatUnknown
from app.messages import grouped, text
from app.queries.report.here import AskReport
from app.settings import home

SEQ = (1 << PLACE_BITS) - 1
_TOLD_EVERY = 100_000


def daily(given: argparse.Namespace, output: Output) -> Exit:
    files = formats_of(given.out)
    with open_counter(home(given.home)) as desk:
        sign_in(desk, given)
        made = desk.report(asked(given), progress_to(output))
    answer(made, files, output)
    return Exit.DONE


def asked(given: argparse.Namespace) -> AskReport:
    """What was asked for; today when no day is named."""
    return AskReport(
        day=given.date,
        office=getattr(given, "office", ""),
        counter=given.counter,
        clerk=given.of_clerk,
        upto=given.upto,
        acked=given.acked,
    )


def formats_of(names: Iterable[str]) -> dict[Path, ReportFormat]:
    """The files to write. Raises ReportFormatUnknown before any work is done."""
    found = {}
    for name in names:
        ending = Path(name).suffix.lower().lstrip(".")
        if ending not in set(ReportFormat):
            raise ReportFormatUnknown(given=Path(name).name)
        found[Path(name).absolute()] = ReportFormat(ending)
    return found


def progress_to(output: Output) -> Progress:
    """A line now and then, for days that take a while."""

    def told(read: int, of: int) -> None:
        if read and read % _TOLD_EVERY == 0:
            output.progress("cli.report.progress", read=grouped(read), of=grouped(of))

    return told


def answer(made: MadeReport, files: dict[Path, ReportFormat], output: Output) -> None:
    """Write the files, then say everything."""
    for path, form in files.items():
        write_report(made, form, path)
    saved = [text("cli.report.saved", path=path) for path in files]
    shape = {**shape_of(made), "files": [str(path) for path in files]}
    output.answer(shape, *_lines(made.report), *_unsent(made), *saved)


def shape_of(made: MadeReport) -> dict[str, Any]:
    """Every figure with the entries behind it, under codes that no language changes."""
    report = made.report
    counters = {book.number: book.counter for book in report.books}
    return {
        "day": report.day.isoformat(),
        "scope": report.scope.kind.value,
        "office": report.scope.office,
        "counter": report.scope.counter,
        "clerk": report.scope.clerk,
        "books": [_book(book) for book in report.books],
        "missing": list(report.missing),
        "notices": [{"code": each.code, "message": each.said(text)} for each in report.notices],
        "main": {row.code: _figure(row.figures[0], counters) for row in report.main},
        "sections": {each.code: _section(each, counters) for each in report.sections},
        "unsent": len(made.note.unsent) if made.note else 0,
        "acked": made.note.acked_seq if made.note else 0,
    }


def _section(section: Section, counters: dict[int, str]) -> dict[str, Any]:
    return {
        row.code: {
            "label": row.label.said(text),
            **{
                column: _figure(figure, counters)
                for column, figure in zip(section.columns, row.figures, strict=True)
            },
        }
        for row in section.all_rows()
    }


def _figure(figure: Figure | None, counters: dict[int, str]) -> dict[str, Any] | None:
    if figure is None:
        return None
    return {
        "amount": figure.amount,
        "unit": figure.unit.value,
        "entries": _entries(figure.places, counters),
    }


def _entries(places: Sequence[int], counters: dict[int, str]) -> Any:  # noqa: ANN401 - two shapes
    """Sequences of the one journal; of several, by the counter that wrote them."""
    if len(counters) == 1:
        return [place & SEQ for place in places]
    found: dict[str, list[int]] = {}
    for place in places:
        found.setdefault(counters[place >> PLACE_BITS], []).append(place & SEQ)
    return found


def _book(book: Book) -> dict[str, Any]:
    return {
        "counter": book.counter,
        "terminal": book.terminal,
        "epoch": book.epoch,
        "entries": book.entries,
        "seq": book.seq,
        "hash": book.hash.hex(),
        "at": local(utc(book.at_ms)).isoformat(timespec="seconds") if book.seq else "",
        "complete": book.complete,
    }


def _lines(report: DailyReport) -> list[str]:
    """The same for people: a line for each row."""
    scope = scope_words(report.scope, report.heading.office_name)
    lines = [
        text("report.title", day=f"{report.day:%d/%m/%Y}"),
        " · ".join(each.said(text) for each in scope),
        *(each.said(text) for each in report.notices),
    ]
    if report.missing:
        lines.append(text("report.missing", counters=", ".join(report.missing)))
    lines += [_line(row.label.said(text), row.figures) for row in report.main]
    for section in report.sections:
        title = text(f"report.section.{section.code}")
        columns = " · ".join(text(f"report.column.{column}") for column in section.columns)
        lines.append(f"{title} ({columns})" if section.rows else title)
        lines += [_line(row.label.said(text), row.figures) for row in section.all_rows()]
        if section.note is not None:
            lines.append(section.note.said(text))
    return lines


def _unsent(made: MadeReport) -> list[str]:
    """What headquarters has not acknowledged; at headquarters itself there is nothing to say."""
    if made.note is None or not made.note.unsent:
        return []
    return [text("report.unsent", count=len(made.note.unsent), acked=made.note.acked_seq)]


def _line(label: str, figures: Iterable[Figure | None]) -> str:
    shown = " · ".join("" if each is None else grouped(each.amount) for each in figures)
    return text("cli.report.row", label=label, figures=shown)
