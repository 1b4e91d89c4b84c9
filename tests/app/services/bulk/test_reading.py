import pytest

from app.domain.bulk import MOST_ROWS
from app.services.bulk.reading import MOST_BYTES, read_sheet
from app.services.bulk.refusals import BulkFileTooLarge, BulkNoRows, BulkTooManyRows
from tests.app.services.bulk.files import GOOD, HEADS, a_csv, a_row, a_workbook


def test_the_same_rows_come_out_of_a_workbook_and_a_text() -> None:
    from_text = read_sheet("don.csv", a_csv())
    from_book = read_sheet("don.xlsx", a_workbook(GOOD))

    assert from_text.rows == from_book.rows
    assert from_text.rows[0].line == 2
    assert from_text.rows[0].cells["address"] == "5 Lê Lợi, Phường Sài Gòn, Hồ Chí Minh"
    assert from_text.digest != from_book.digest


def test_blank_rows_are_left_out() -> None:
    sheet = read_sheet("don.csv", a_csv(GOOD, ("",) * len(HEADS), GOOD))

    assert [row.line for row in sheet.rows] == [2, 4]


def test_merged_cells_are_told_on_each_row_that_they_cross_and_a_merged_title_on_none() -> None:
    merged = ((3, 1, 5, 1, "Đặng Văn Quyết"),)
    data = a_workbook(GOOD, GOOD, GOOD, title="Đơn tháng 11", merged=merged)

    sheet = read_sheet("don.xlsx", data)

    assert [(row.line, row.merged) for row in sheet.rows] == [
        (4, "B4:B6"),
        (5, "B4:B6"),
        (6, "B4:B6"),
    ]


def test_a_label_that_stands_twice_names_the_row_before() -> None:
    heads = (*HEADS, "Số hiệu")
    data = a_workbook(
        (*GOOD, "RA500000017VN"), (*GOOD, "ra 500 000 017 vn"), (*GOOD, ""), heads=heads
    )

    assert [row.label_seen for row in read_sheet("x", data).rows] == [0, 2, 0]


def test_a_hundred_thousand_rows_are_refused_in_either_form() -> None:
    text = a_csv(*([a_row(address="5 Lê Lợi, " + "x" * 60)] * 5)) * 20_000
    assert len(text) > MOST_BYTES

    with pytest.raises(BulkTooManyRows):
        read_sheet("don.csv", text[: MOST_BYTES + 1])
    with pytest.raises(BulkTooManyRows):
        read_sheet("don.csv", a_csv(*([("D",) * 8] * (MOST_ROWS + 1))))
    with pytest.raises(BulkTooManyRows):
        read_sheet("don.xlsx", a_workbook(*([("D",)] * (MOST_ROWS + 30))))


def test_as_many_rows_as_are_allowed_are_read() -> None:
    assert len(read_sheet("don.csv", a_csv(*([GOOD] * MOST_ROWS))).rows) == MOST_ROWS


def test_a_file_that_is_large_without_many_rows_is_refused_too() -> None:
    with pytest.raises(BulkFileTooLarge):
        read_sheet("don.csv", b"x" * (MOST_BYTES + 1))
    with pytest.raises(BulkFileTooLarge):
        read_sheet("don.xlsx", b"PK\x03\x04" + b"x" * MOST_BYTES)


def test_heads_alone_are_no_rows() -> None:
    with pytest.raises(BulkNoRows):
        read_sheet("don.csv", a_csv().splitlines()[0])
