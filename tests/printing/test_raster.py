import pytest
from PIL import Image

from printing.documents import render
from printing.raster import PageTooWide, pages
from printing.sheet import Sheet
from tests.printing.samples import LABEL, RECEIPT


def bar(width: float, at: float, wide: float) -> bytes:
    """A page of 10 mm with one black bar from top to bottom."""
    sheet = Sheet(width, 10, "bar")
    sheet.fill(at, 0, wide, 10)
    return sheet.pdf()


def black(row: bytes) -> list[int]:
    """Which dots of a row are black."""
    return [at for at in range(len(row) * 8) if row[at // 8] & 0x80 >> at % 8]


def test_eight_dots_are_a_millimetre_and_margins_are_cut_alike() -> None:
    (page,) = pages(bar(80, 5, 0.25), head=576)

    assert (page.width, page.stride, len(page.rows)) == (576, 72, 80)
    assert black(page.rows[40]) == [5 * 8 - 32, 5 * 8 - 31]


def test_a_narrow_page_stands_in_the_middle_of_the_head() -> None:
    (page,) = pages(bar(50, 0, 0.125), head=576)

    assert black(page.rows[0]) == [(576 - 400) // 2]


def test_a_head_whose_width_is_no_whole_byte_is_filled_with_white() -> None:
    (page,) = pages(bar(1, 0.5, 0.5), head=8 + 4)

    assert page.stride == 2
    assert black(page.rows[0]) == [6, 7, 8, 9]


@pytest.mark.parametrize("at", [0, 79])
def test_ink_that_the_head_does_not_reach_is_not_left_out_in_silence(at: float) -> None:
    with pytest.raises(PageTooWide) as caught:
        pages(bar(80, at, 1), head=576)

    assert caught.value.dots == 640


def test_without_a_head_a_page_is_as_wide_as_it_was_drawn() -> None:
    (page,) = pages(render(LABEL))

    assert (page.width, len(page.rows)) == (840, 1184)


def test_letters_keep_their_stems() -> None:
    (page,) = pages(render(RECEIPT), head=576)
    image = Image.frombytes("1", (576, len(page.rows)), b"".join(page.rows))

    share = sum(image.histogram()[1:]) / (576 * len(page.rows))
    assert 0.05 < share < 0.35
