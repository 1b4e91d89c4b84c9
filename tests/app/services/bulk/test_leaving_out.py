from app.domain.bulk import CheckedRow, Column, RowProblem, Sheet, SheetRow
from app.domain.drafts import ItemEntry
from app.services.bulk.leaving_out import as_csv, left_out_table

COLUMNS = (Column("Người nhận", "name"), Column("Ghi chú", ""), Column("SĐT", "phone"))
ROWS = tuple(SheetRow(line, {"name": f"Người {line}", "phone": "0912"}) for line in (2, 3, 4))
SHEET = Sheet("don.csv", b"d" * 32, COLUMNS, ROWS)
SHORT = RowProblem("phone", "Điện thoại", "Thiếu số.")


def test_the_columns_stay_as_they_were_and_one_more_says_why() -> None:
    faulty = CheckedRow(3, ItemEntry(), "", (SHORT, RowProblem("", "", "Ô gộp.")))
    by_hand = CheckedRow(4, ItemEntry(), "", ())

    assert left_out_table(SHEET, (faulty, by_hand)) == [
        ["Người nhận", "Ghi chú", "SĐT", "Vì sao chưa nhận"],
        ["Người 3", "", "0912", "Điện thoại: Thiếu số. Ô gộp."],
        ["Người 4", "", "0912", "Giao dịch viên bỏ ra."],
    ]


def test_a_spreadsheet_knows_that_it_is_utf_8() -> None:
    assert as_csv([["SĐT", "a,b"]]) == '\ufeffSĐT,"a,b"\r\n'.encode()
