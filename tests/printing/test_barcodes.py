from string import ascii_uppercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.item_code import make_item_code
from printing.barcodes import LinearCode, SquareCode
from printing.sheet import Sheet
from tests.printing.reading import ink, read


def page_with(code: LinearCode | SquareCode) -> bytes:
    sheet = Sheet(80, 40, "a")
    code.draw(sheet, 8, 8)
    return sheet.pdf()


@settings(max_examples=20)
@given(
    serial=st.integers(0, 99_999_999),
    prefix=st.text(ascii_uppercase, min_size=2, max_size=2),
    dots=st.sampled_from([2, 3]),
)
def test_a_scanner_reads_every_item_number(serial: int, prefix: str, dots: int) -> None:
    number = make_item_code(prefix, serial)

    assert read(page_with(LinearCode(number, dots=dots, height=9))).linear == (number,)


def test_bars_of_an_item_number_stand_on_whole_dots() -> None:
    code = LinearCode("RR473124829GB", dots=3, height=10)

    image = read(page_with(code), dpi=203.2).image
    row = [image.getpixel((x, 100)) for x in range(image.width)]
    edges = [x for x in range(1, len(row)) if row[x] != row[x - 1]]

    assert code.width == 156 * 0.375
    assert {(edge - 64) % 3 for edge in edges} == {0}
    assert ink(image) == (64, 64, 64 + 156 * 3, 64 + 80)


def test_quiet_zones_are_ten_modules_wide() -> None:
    assert LinearCode("RR473124829GB", dots=2, height=9).quiet == 2.5


def test_bars_too_low_to_scan_are_refused() -> None:
    with pytest.raises(ValueError, match="9 mm"):
        LinearCode("RR473124829GB", dots=2, height=8.9)


def test_a_scanner_reads_the_proof() -> None:
    text = "TEM1:R:100950-2-0000012:7K2QF-9XW4M"

    assert read(page_with(SquareCode(text, dots=4))).square == (text,)


def test_squares_stand_on_whole_dots() -> None:
    code = SquareCode("TEM1:R:100950-2-0000012:7K2QF-9XW4M", dots=5)

    left, top, right, bottom = ink(read(page_with(code), dpi=203.2).image)

    assert (left, top) == (64, 64)
    assert (right - left, bottom - top) == (code.side / 0.125, code.side / 0.125)
    assert code.side == 25 * 0.625
