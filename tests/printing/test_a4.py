from printing.a4 import A4, HEIGHT, INSIDE, MARGIN, Cell, row_height
from printing.theme import BODY
from tests.printing.reading import read


def a_row(words: str, width: float = INSIDE) -> list[Cell]:
    return [Cell(words, MARGIN, width, BODY)]


def test_the_same_calls_give_the_same_bytes() -> None:
    def made() -> bytes:
        page = A4("Báo cáo", "Bưu điện Minh Họa")
        page.paragraph("Ước gì", BODY)
        return page.pdf()

    assert made() == made()
    assert read(made()).size_mm == (210.0, 297.0)


def test_what_does_not_fit_goes_on_the_next_page_and_each_is_numbered() -> None:
    page = A4("Báo cáo", "chân trang")
    for number in range(100):
        page.cells(a_row(f"dòng {number}"))
    result = read(page.pdf())

    assert result.pages == 2
    assert "dòng 0" in result.text
    assert "chân trang" in result.text
    assert "1/2" in result.text
    assert page.y < HEIGHT


def test_a_row_grows_with_words_that_wrap() -> None:
    long = "Bưu phẩm bảo đảm đi các tỉnh " * 4

    assert row_height(a_row(long, 40)) > 2 * row_height(a_row("EMS", 40))


def test_turning_the_page_is_told() -> None:
    page = A4("Báo cáo", "")

    assert not page.need(100)
    page.gap(200)
    assert page.need(100)
    assert page.y == MARGIN
