from datetime import UTC, datetime

from app.domain.scan_test import SELF_TEST
from printing.documents.self_test import render_self_test
from tests.printing.reading import read


def test_both_codes_of_the_test_page_are_read_and_it_says_which_printer() -> None:
    page = read(render_self_test("roll", datetime(2026, 11, 21, 5, 0, tzinfo=UTC)))

    assert page.linear == page.square == (SELF_TEST,)
    assert "roll" in page.text
    assert "21/11/2026 12:00:00" in page.text
    assert page.size_mm[0] < 80.01
