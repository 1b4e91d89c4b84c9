import pytest

from app.services.entering import ContentsUnusable, StreetUnusable, read_needed, read_text


def test_text_is_stored_in_its_one_form() -> None:
    assert read_text("  12   Ha\u0300ng Bông\n", 50, StreetUnusable) == "12 Hàng Bông"


def test_marks_that_nobody_sees_are_taken_out() -> None:
    assert read_text("\ufeff12 Hàng\u200b Bông", 50, StreetUnusable) == "12 Hàng Bông"


def test_nothing_stays_nothing_where_it_may() -> None:
    assert read_text("  ", 50, StreetUnusable) == ""


@pytest.mark.parametrize("text", ["", "   ", "---", "…"])
def test_nothing_is_refused_where_something_is_needed(text: str) -> None:
    with pytest.raises(ContentsUnusable) as caught:
        read_needed(text, 50, ContentsUnusable)
    assert caught.value.limit == 50


@pytest.mark.parametrize("text", ["x" * 51, "x" * 10_000, "🏠", "a\x00b", "a\x1bb", "\ud800"])
def test_what_no_document_can_show_is_refused(text: str) -> None:
    with pytest.raises(StreetUnusable):
        read_text(text, 50, StreetUnusable)


@pytest.mark.parametrize("text", ["Sách, vở (2 cuốn)", "Áo 100% cotton", "2 × 3 = 6 ₫", "Q.1/2"])
def test_what_people_write_is_taken(text: str) -> None:
    assert read_text(text, 50, StreetUnusable) == text
