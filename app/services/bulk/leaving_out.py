"""Rows that were not taken in, as a file of their own: mended, it is given again."""

import csv
from collections.abc import Sequence
from io import StringIO

from app.domain.bulk import CheckedRow, Sheet
from app.messages import text


def left_out_table(sheet: Sheet, rows: Sequence[CheckedRow]) -> list[list[str]]:
    """The columns of the file as they were, and why each of ``rows`` was not taken in."""
    lines = {row.line: row for row in rows}
    heads = [column.head for column in sheet.columns]
    fields = [column.field for column in sheet.columns]
    return [
        [*heads, text("cli.bulk.why")],
        *(
            [*(row.cells.get(field, "") for field in fields), _why(lines[row.line])]
            for row in sheet.rows
            if row.line in lines
        ),
    ]


def as_csv(table: Sequence[Sequence[str]]) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = StringIO(newline="")
    csv.writer(out).writerows(table)
    return out.getvalue().encode("utf-8-sig")


def _why(row: CheckedRow) -> str:
    sentences = (
        f"{problem.column}: {problem.sentence}" if problem.column else problem.sentence
        for problem in row.problems
    )
    return " ".join(sentences) or text("bulk.left_out_by_hand")
