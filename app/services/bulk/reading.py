"""A file of a business sender, read into rows; nothing in it is judged yet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from app.domain.bulk import MOST_ROWS, Column, Sheet, SheetRow
from app.domain.names import nfc
from app.messages import text
from app.services.bulk.columns import LOOKED_AT, find_heads
from app.services.bulk.refusals import BulkFileTooLarge, BulkNoRows, BulkTooManyRows
from app.services.bulk.text_table import text_rows
from app.services.bulk.workbook import Merged, workbook_rows

MOST_MB = 8
MOST_BYTES = MOST_MB * 2**20
_ZIP = b"PK\x03\x04"
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_READ_ROWS = MOST_ROWS + LOOKED_AT + 1


def read_sheet(name: str, data: bytes) -> Sheet:
    """Heads found, blank rows left out. ``data`` need not hold more than MOST_BYTES + 1 bytes.

    Raises the refusals of ``app.services.bulk.refusals``.
    """
    merged: tuple[Merged, ...] = ()
    if data.startswith((_ZIP, _OLD_WORKBOOK)):
        if len(data) > MOST_BYTES:
            raise BulkFileTooLarge(most_mb=MOST_MB)
        rows, merged = workbook_rows(data, _READ_ROWS)
    else:
        _check_length(data)
        rows = text_rows(data, _READ_ROWS)
    at, columns = find_heads(rows)
    read = [_row(line, cells, columns, merged) for line, cells in rows[at + 1 :] if any(cells)]
    filled = _labels_once(row for row in read if row.cells or row.merged)
    if len(filled) > MOST_ROWS:
        raise BulkTooManyRows(most=MOST_ROWS)
    if not filled:
        raise BulkNoRows
    return Sheet(name, sha256(data).digest(), columns, filled)


def _labels_once(rows: Iterable[SheetRow]) -> tuple[SheetRow, ...]:
    """Each row with the line where its label stood before, if it did."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        label = "".join(row.cells.get("label", "").split()).upper()
        before = seen.setdefault(label, row.line) if label else row.line
        found.append(row if before == row.line else replace(row, label_seen=before))
    return tuple(found)


def _check_length(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        many = data.count(b"\n", 0, MOST_BYTES) > MOST_ROWS
        raise BulkTooManyRows(most=MOST_ROWS) if many else BulkFileTooLarge(most_mb=MOST_MB)


def _row(
    line: int, cells: Sequence[str], columns: Sequence[Column], merged: Sequence[Merged]
) -> SheetRow:
    found = {
        column.field: cell
        for column, written in zip(columns, cells, strict=False)
        if column.field and (cell := " ".join(nfc(written).split()))
    }
    return SheetRow(line, found, _merged(line, merged))


def _merged(line: int, merged: Sequence[Merged]) -> str:
    """The merged cells that cross a row, as a sheet names them: ``B3:B5``."""
    crossing = [
        f"{_letters(left)}{top + 1}:{_letters(right)}{bottom + 1}"
        for (top, left), (bottom, right) in merged
        if top < line <= bottom + 1
    ]
    return text("bulk.and").join(crossing)


def _letters(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
