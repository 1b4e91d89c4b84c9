from io import BytesIO

from python_calamine import CalamineWorkbook

from printing.sheets.left_out import left_out_xlsx


def test_every_cell_stays_the_text_that_it_was() -> None:
    table = [["SĐT", "Mã", "Vì sao chưa nhận"], ["0912000654", "=1+1", "Thiếu địa chỉ."]]

    book = CalamineWorkbook.from_filelike(BytesIO(left_out_xlsx(table)))

    assert book.get_sheet_by_index(0).to_python() == table
