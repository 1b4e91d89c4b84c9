import zipfile
from io import BytesIO

import pytest

from app.services.bulk.refusals import BulkFileTooLarge, BulkFileUnreadable, BulkTooManyRows
from app.services.bulk.workbook import workbook_rows
from tests.app.services.bulk.files import HEADS, a_workbook

DECLARED = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet><sheetData>'


def a_sheet_of(rows: int) -> bytes:
    """As a zip can hold it: a hundred thousand rows in a few kilobytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", DECLARED + b'<row r="1"><c/></row>' * rows)
    return out.getvalue()


def test_numbers_are_written_as_people_wrote_them() -> None:
    rows, merged = workbook_rows(
        a_workbook(("D1", "Lan", 912000654, "x", "y", 1250.0, 1.5, True)), 50
    )

    assert rows[0] == (1, list(HEADS))
    assert rows[1] == (2, ["D1", "Lan", "912000654", "x", "y", "1250", "1.5", "1"])
    assert merged == ()


def test_merged_cells_are_told_with_their_places() -> None:
    _, merged = workbook_rows(a_workbook(("D1",), merged=((1, 1, 3, 1, "Lan"),)), 50)

    assert merged == (((1, 1), (3, 1)),)


def test_a_hundred_thousand_rows_are_refused_without_unpacking_them_all() -> None:
    data = a_sheet_of(100_000)
    assert len(data) < 20_000

    with pytest.raises(BulkTooManyRows):
        workbook_rows(data, 2_000)


def test_a_file_that_swells_when_unpacked_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b" " * (65 * 2**20))

    with pytest.raises(BulkFileTooLarge):
        workbook_rows(out.getvalue(), 2_000)


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", a_sheet_of(3), b"\xd0\xcf\x11\xe0old"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(BulkFileUnreadable):
        workbook_rows(data, 2_000)
