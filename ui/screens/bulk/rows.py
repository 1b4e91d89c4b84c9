"""Rows of a file as they read in the list; Qt-free."""

from app.domain.bulk import CheckedRow
from app.messages import text
from ui.formats import dong, grams
from ui.screens.bulk.work import Work
from ui.style.tokens import Tone
from ui.widgets.rows import RowItem

MOST_SHOWN = 200
"""Rows in the list; those with faults stand first, so that none of them is missing."""


def rows_shown(work: Work) -> list[RowItem]:
    """Faults first, then the others in the order of the file."""
    bad = {row.line for row in work.bad()}
    first = [row for row in work.rows if row.line in bad]
    others = [row for row in work.rows if row.line not in bad]
    return [_item(row, work) for row in (*first, *others)[: max(MOST_SHOWN, len(first))]]


def _item(row: CheckedRow, work: Work) -> RowItem:
    entry = row.entry
    where = entry.commune.province_name if entry.commune else text("ui.bulk.nowhere")
    title = text("ui.bulk.row", receiver=entry.name or text("ui.bulk.nobody"), province=where)
    parts = (row.reference, grams(entry.weight_g) if entry.weight_g else "", entry.contents)
    detail = " · ".join(part for part in parts if part)
    if row.line in work.skipped:
        return RowItem(title, detail, str(row.line), text("ui.bulk.skipped"), value=row.line)
    if not row.is_good:
        return RowItem(
            title, _faults(row), str(row.line), text("ui.bulk.bad"), tone=Tone.BAD, value=row.line
        )
    if work.is_booked(row):
        state = text("ui.bulk.booked")
        return RowItem(title, detail, str(row.line), state, tone=Tone.GOOD, value=row.line)
    return RowItem(title, detail, str(row.line), dong(row.total_vnd), value=row.line)


def _faults(row: CheckedRow) -> str:
    return " ".join(
        f"{problem.column}: {problem.sentence}" if problem.column else problem.sentence
        for problem in row.problems
    )
