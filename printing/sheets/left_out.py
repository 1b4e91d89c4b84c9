"""Rows of a file as a workbook, every cell as text: a telephone keeps its nought."""

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook


def left_out_xlsx(table: Sequence[Sequence[str]]) -> bytes:
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, row in enumerate(table):
        for column, cell in enumerate(row):
            sheet.write_string(at, column, cell)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
