import pytest
from PIL.Image import Image

from printing.barcodes import LinearCode, SquareCode
from printing.flow import Column, Flow
from printing.sheet import Sheet
from printing.theme import BODY, DOT_MM, LEAD, SMALL, STRONG, TOTAL
from tests.printing.reading import Read, ink, read

PAGE_MM = (80.0, 120.0)
COLUMN = Column(4, 72)


def drawn(flow: Flow, top: float = 10) -> Read:
    sheet = Sheet(*PAGE_MM, "a")
    flow.draw(sheet, top)
    return read(sheet.pdf(), dpi=203.2)


def rows(image: Image) -> list[bool]:
    """For each line of dots from the top whether there is anything on it."""
    return [
        image.crop((0, y, image.width, y + 1)).getextrema()[0] == 0 for y in range(image.height)
    ]


def test_a_flow_ends_where_its_ink_ends() -> None:
    flow = Flow(COLUMN)
    flow.paragraph("Ước Ấm Ỷ Ợ " * 30)
    flow.rule()

    _, top, _, bottom = ink(drawn(flow).image)

    assert top >= 10 / DOT_MM
    assert bottom <= (10 + flow.y) / DOT_MM


def test_stacked_marks_of_two_lines_do_not_touch() -> None:
    flow = Flow(COLUMN)
    for _ in range(2):
        flow.paragraph("gợọựỵ ẾỖẪỞỮ", STRONG)

    filled = rows(drawn(flow).image)
    first = filled.index(True)
    last = len(filled) - filled[::-1].index(True)

    assert not all(filled[first:last])


def test_empty_text_takes_no_room() -> None:
    flow = Flow(COLUMN)
    flow.paragraph("")
    flow.labelled("Gia tăng", " ")

    assert flow.y == 0


def test_a_label_wraps_beside_its_amount_and_the_amount_stands_on_the_last_line() -> None:
    flow = Flow(COLUMN)
    flow.pair("Phụ phí xăng dầu theo thông báo của tháng mười một năm nay", "1.234.567")

    assert flow.y == pytest.approx(2 * BODY.leading)
    assert drawn(flow).text.endswith("1.234.567")


def test_a_large_amount_pushes_its_row_down_instead_of_reaching_into_what_is_above() -> None:
    flow = Flow(COLUMN)
    flow.pair("TỔNG CỘNG", "9.999.999 ₫", LEAD, TOTAL)

    image = drawn(flow).image

    assert flow.y >= TOTAL.leading
    assert ink(image)[1] >= 10 / DOT_MM
    assert ink(image)[3] <= (10 + flow.y) / DOT_MM


def test_captions_stand_over_their_values_in_equal_columns() -> None:
    flow = Flow(COLUMN)
    flow.cells((("KL thực", "1 g"), ("KL quy đổi", "2 g"), ("KL tính cước", "3 g")), STRONG)

    assert flow.y == pytest.approx(SMALL.leading + STRONG.leading)
    assert drawn(flow).text == "KL thực 1 g KL quy đổi 2 g KL tính cước 3 g"


def test_a_band_is_as_high_as_its_text_needs_and_spans_the_column() -> None:
    short, long = Flow(COLUMN), Flow(COLUMN)
    short.band("Bưu kiện", "1/3", LEAD)
    long.band("Dịch vụ bưu chính ủy thác có tên rất dài " * 2, "1/3", LEAD)

    left, _, right, bottom = ink(drawn(short).image)

    assert (left, right) == (32, 608)
    assert bottom == round((10 + short.y) / DOT_MM)
    assert long.y > 2 * short.y


def test_rules_and_codes_stand_on_whole_dots_wherever_the_text_ended() -> None:
    flow = Flow(COLUMN)
    flow.gap(0.77)
    flow.rule(4)
    flow.gap(0.31)
    flow.linear_code(LinearCode("RR473124829VN", dots=3, height=10))

    paper = drawn(flow)

    assert rows(paper.image).count(True) == 4 + 80
    assert paper.linear == ("RR473124829VN",)


def test_a_square_code_has_its_quiet_zone_and_the_text_beside_it() -> None:
    flow = Flow(COLUMN)
    code = SquareCode("TEM1:R:100950-2-0000012:7K2QF-9XW4M", dots=5)
    beside = Flow(COLUMN.inset(code.side + code.quiet))
    beside.paragraph("Mã xác thực")
    flow.rule()
    flow.square_code(code, beside)
    flow.rule()

    paper = drawn(flow)

    assert paper.square == ("TEM1:R:100950-2-0000012:7K2QF-9XW4M",)
    assert paper.text == "Mã xác thực"
    assert flow.y > code.side + code.quiet
