"""Rows of a file as they read in the list; Qt-free."""

from dataclasses import dataclass

from app.domain.bulk import CheckedRow
from app.messages import text
from ui.formats import dong, grams
from ui.screens.bulk.work import Work
from ui.style.tokens import Tone


@dataclass(frozen=True, slots=True)
class BulkLine:
    """One row of the list; ``line`` is its place in the file, ``state`` stands at the right."""

    line: int
    title: str
    detail: str
    state: str
    tone: Tone = Tone.PLAIN


MOST_SHOWN = 200
"""Rows in the list; those with faults stand first, so that none of them is missing."""


def rows_shown(work: Work) -> list[BulkLine]:
    """Faults first, then the others in the order of the file."""
    bad = {row.line for row in work.bad()}
    first = [row for row in work.rows if row.line in bad]
    others = [row for row in work.rows if row.line not in bad]
    return [_line(row, work) for row in (*first, *others)[: max(MOST_SHOWN, len(first))]]


def _line(row: CheckedRow, work: Work) -> BulkLine:
    entry = row.entry
    where = entry.commune.province_name if entry.commune else text("ui.bulk.nowhere")
    title = text("ui.bulk.row", receiver=entry.name or text("ui.bulk.nobody"), province=where)
    parts = (row.reference, grams(entry.weight_g) if entry.weight_g else "", entry.contents)
    detail = " · ".join(part for part in parts if part)
    if row.line in work.skipped:
        return BulkLine(row.line, title, detail, text("ui.bulk.skipped"))
    if not row.is_good:
        return BulkLine(row.line, title, _faults(row), text("ui.bulk.bad"), Tone.BAD)
    if work.is_booked(row):
        return BulkLine(row.line, title, detail, text("ui.bulk.booked"), Tone.GOOD)
    return BulkLine(row.line, title, detail, dong(row.total_vnd))


def _faults(row: CheckedRow) -> str:
    return " ".join(
        f"{problem.column}: {problem.sentence}" if problem.column else problem.sentence
        for problem in row.problems
    )
