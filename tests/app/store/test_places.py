from datetime import UTC, datetime

import pytest

from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.store.places import address_line, place_of


@pytest.fixture(scope="module")
def book() -> ReferenceBook:
    return ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC))


def test_a_code_means_a_place_of_its_own_list(book: ReferenceBook) -> None:
    today, before = place_of(book, "26740", "2025-07"), place_of(book, "26740", "2025-06")

    assert today is not None
    assert before is not None
    assert today.label == "Phường Sài Gòn, Hồ Chí Minh"
    assert before.label != today.label


@pytest.mark.parametrize(("commune", "scheme"), [("", ""), ("99999", "2025-07"), ("00070", "1999")])
def test_what_no_list_knows_is_no_place(book: ReferenceBook, commune: str, scheme: str) -> None:
    assert place_of(book, commune, scheme) is None


def test_without_any_list_an_address_is_its_street() -> None:
    empty = ReferenceBook.of((), datetime(2026, 11, 21, tzinfo=UTC))

    assert address_line("12 Hàng Bông", place_of(empty, "00070", "2025-07")) == "12 Hàng Bông"


def test_street_and_commune_make_one_line(book: ReferenceBook) -> None:
    place = place_of(book, "00070", "2025-07")

    assert address_line("12 Hàng Bông", place) == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"
    assert address_line("", place) == "Phường Hoàn Kiếm, Hà Nội"
    assert address_line("", None) == ""
