"""Rows of a workbook's first sheet. It is measured before it is read: a file that is too long or
swells when unpacked is refused without taking it into memory."""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from app.services.bulk.refusals import BulkFileTooLarge, BulkFileUnreadable, BulkTooManyRows

Cell = int | float | str | bool | time | date | datetime | timedelta
Merged = tuple[tuple[int, int], tuple[int, int]]

UNPACKED_MB = 64
_FIRST = "xl/worksheets/sheet1.xml"
_ROW = re.compile(rb"<(?:\w+:)?row[ >/]")
_BLOCK = 1 << 18
_OVERLAP = 64


def workbook_rows(data: bytes, most: int) -> tuple[list[tuple[int, list[str]]], tuple[Merged, ...]]:
    """Rows with their numbers in the sheet, and its merged cells (rows and columns from 0).

    Raises BulkTooManyRows, BulkFileTooLarge and BulkFileUnreadable.
    """
    try:
        _measure(data, most)
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False, nrows=most + 1)
        merged = tuple(sheet.merged_cell_ranges or ())
    except (CalamineError, BadZipFile, OSError, IndexError, NotImplementedError) as error:
        raise BulkFileUnreadable from error
    return [(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1)], merged


def _measure(data: bytes, most: int) -> None:
    with ZipFile(BytesIO(data)) as archive:
        if _FIRST in archive.namelist() and _count(archive, _FIRST, most) > most:
            raise BulkTooManyRows(most=most)
        if sum(each.file_size for each in archive.infolist()) > UNPACKED_MB * 2**20:
            raise BulkFileTooLarge(most_mb=UNPACKED_MB)


def _count(archive: ZipFile, name: str, enough: int) -> int:
    """Rows of a sheet, unpacked block by block and only as far as ``enough``."""
    found, tail = 0, b""
    with archive.open(name) as stream:
        while found <= enough and (block := stream.read(_BLOCK)):
            piece = tail + block
            found += len(_ROW.findall(piece)) - len(_ROW.findall(tail))
            tail = piece[-_OVERLAP:]
    return found


def _text(cell: Cell) -> str:
    """A number that a sheet made of a text of digits is written without its decimals."""
    if isinstance(cell, bool):
        return str(int(cell))
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
