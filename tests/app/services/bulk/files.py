"""Files as business senders send them."""

from io import BytesIO

import xlsxwriter

HEADS = (
    "Mã đơn",
    "Người nhận",
    "Điện thoại",
    "Địa chỉ",
    "Dịch vụ",
    "Khối lượng (g)",
    "Nội dung",
    "Thu hộ COD",
)
GOOD = (
    "D1",
    "Đặng Văn Quyết",
    "0912 000 654",
    "5 Lê Lợi, Phường Sài Gòn, Hồ Chí Minh",
    "Bưu kiện",
    "1250",
    "Áo dài",
    "150000",
)


def csv_of(*rows: tuple[str, ...], separator: str = ",") -> str:
    quoted = [separator.join(f'"{cell}"' for cell in row) for row in rows]
    return "\n".join(quoted) + "\n"


def a_csv(*rows: tuple[str, ...], separator: str = ",") -> bytes:
    return csv_of(HEADS, *(rows or (GOOD,)), separator=separator).encode()


def a_row(**changes: str) -> tuple[str, ...]:
    names = ("reference", "name", "phone", "address", "service", "weight", "contents", "cod")
    return tuple(changes.get(name, cell) for name, cell in zip(names, GOOD, strict=True))


def a_workbook(
    *rows: tuple[object, ...],
    heads: tuple[str, ...] = HEADS,
    title: str = "",
    merged: tuple[tuple[int, int, int, int, str], ...] = (),
) -> bytes:
    """``merged``: first row, first column, last row, last column (from 0), and the text."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    begins = 0
    if title:
        sheet.merge_range(0, 0, 0, len(heads) - 1, title)
        begins = 2
    for at, row in enumerate((heads, *rows), begins):
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    for cells in merged:
        sheet.merge_range(*cells)
    book.close()
    return out.getvalue()
