from datetime import UTC, datetime

import pytest

from app.domain.reference.book import ReferenceBook
from app.domain.reference.shipped import shipped_reference
from app.services.bulk.cells import (
    AmountUnreadable,
    ServiceUnreadable,
    SizeUnreadable,
    ValueAddedUnreadable,
    WeightUnreadable,
    read_amount,
    read_phone,
    read_service,
    read_sides,
    read_value_added,
    read_weight,
)

CATALOGUE = ReferenceBook.of(shipped_reference(), datetime(2026, 11, 21, tzinfo=UTC)).catalogue()


@pytest.mark.parametrize(
    ("cell", "grams"),
    [
        ("1250", 1250),
        ("1.250 g", 1250),
        ("1,250", 1250),
        ("1,25 kg", 1250),
        ("0.5kg", 500),
        ("2 Kg", 2000),
        ("85 gam", 85),
    ],
)
def test_weights_are_read_the_ways_they_are_written(cell: str, grams: int) -> None:
    assert read_weight(cell) == grams


@pytest.mark.parametrize(
    "cell", ["", "nặng", "1.25", "12,5", "1250.5", "-5", "1,2345 kg", "9" * 40]
)
def test_a_weight_that_may_mean_two_things_is_not_guessed(cell: str) -> None:
    with pytest.raises(WeightUnreadable):
        read_weight(cell)


@pytest.mark.parametrize(
    "cell", ["1500000", "1.500.000", "1,500,000 đ", "1 500 000 VND", "1.500.000đồng"]
)
def test_amounts_are_read_the_ways_they_are_written(cell: str) -> None:
    assert read_amount(cell) == 1_500_000


@pytest.mark.parametrize("cell", ["1,5 triệu", "1500.5", "-1", "1.50.000"])
def test_an_amount_that_is_not_whole_dong_is_refused(cell: str) -> None:
    with pytest.raises(AmountUnreadable):
        read_amount(cell)


def test_sides_are_three_whole_numbers() -> None:
    assert read_sides("40 x 30 × 20 cm") == (40, 30, 20)
    with pytest.raises(SizeUnreadable):
        read_sides("40x30")


def test_a_phone_that_a_sheet_took_for_a_number_gets_its_nought_back() -> None:
    assert read_phone("912000654") == "0912000654"
    assert read_phone("0912 000 654") == "0912 000 654"


def test_services_are_known_by_code_name_and_letters() -> None:
    assert [read_service(word, CATALOGUE) for word in ("parcel", "buu kien", "Bưu Kiện", "EA")] == [
        "parcel",
        "parcel",
        "parcel",
        "ems",
    ]
    with pytest.raises(ServiceUnreadable):
        read_service("hỏa tốc", CATALOGUE)


def test_value_added_services_are_known_by_code_and_name_each_once() -> None:
    assert read_value_added("Báo phát, advice; báo phát", CATALOGUE) == ("advice",)
    with pytest.raises(ValueAddedUnreadable):
        read_value_added("báo phát, bay", CATALOGUE)
