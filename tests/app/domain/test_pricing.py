from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import VIETNAM
from app.domain.limits import ItemOverweight, SideTooLong, ValueAddedNotOffered
from app.domain.pricing import ItemToPrice, Quote, price_item
from app.domain.reference.book import NoTariff, ReferenceBook, UnknownService
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.zones import UnknownProvince
from app.domain.tax import NoVatRate
from app.domain.weight import WrongSize, WrongWeight
from app.errors import UserError
from app.messages import text_for
from tests.reference_builders import changed, shipped_with

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)
HANOI, TUYEN_QUANG, HAI_PHONG, HUE, SAIGON = "01", "08", "31", "46", "79"
LETTER = ItemToPrice("registered", 85, HANOI, HAI_PHONG, NOON)
PARCEL = ItemToPrice("parcel", 1_250, HANOI, TUYEN_QUANG, NOON)
BOOK = ReferenceBook.of(shipped_reference(), NOON)


def _lines(quote: Quote) -> list[tuple[str, str, int]]:
    return [(line.rule, line.label, line.amount_vnd) for line in quote.lines]


def test_a_registered_letter_costs_its_postage_and_the_tax() -> None:
    quote = price_item(LETTER, BOOK)

    assert _lines(quote) == [
        ("R-R-100", "Cước chính vùng 2, 85 g", 13_200),
        ("VAT-8", "VAT 8 %", 1_056),
    ]
    assert quote.total_vnd == 14_256


def test_a_parcel_is_priced_line_by_line_with_the_rule_that_gave_each() -> None:
    item = replace(
        PARCEL, size_cm=(40, 30, 20), declared_vnd=1_500_000, value_added=("declared", "advice")
    )
    quote = price_item(item, BOOK)

    assert _lines(quote) == [
        ("C-R-MORE", "Cước chính vùng 2, 4.000 g", 41_000),
        ("C-BP", "Báo phát", 7_000),
        ("C-KG", "Khai giá 1 %", 15_000),
        ("VAT-8", "VAT 8 %", 5_040),
    ]
    assert (quote.volumetric_g, quote.charged_g, quote.zone) == (4_000, 4_000, "regional")
    assert (quote.net_vnd, quote.vat_vnd, quote.total_vnd) == (63_000, 5_040, 68_040)
    assert (quote.tariff, quote.tariff_title) == ("2026-01", "BIỂU CƯỚC MINH HỌA")


@pytest.mark.parametrize(
    ("destination", "zone", "rule"),
    [
        (HANOI, "local", "R-L-100"),
        (HAI_PHONG, "regional", "R-R-100"),
        (HUE, "near", "R-N-100"),
        (SAIGON, "far", "R-F-100"),
    ],
)
def test_the_zone_follows_from_the_two_provinces(destination: str, zone: str, rule: str) -> None:
    there = price_item(replace(LETTER, destination=destination), BOOK)
    back = price_item(replace(LETTER, origin=destination, destination=HANOI), BOOK)

    assert (there.zone, there.lines[0].rule) == (zone, rule)
    assert back.zone == zone


@pytest.mark.parametrize(
    ("weight_g", "amount_vnd"),
    [(1, 15_500), (250, 15_500), (251, 18_000), (2_000, 29_000), (2_001, 32_000), (2_500, 32_000),
     (2_501, 35_000), (30_000, 197_000)],
)  # fmt: skip
def test_a_step_of_weight_ends_with_its_last_gram(weight_g: int, amount_vnd: int) -> None:
    quote = price_item(replace(PARCEL, actual_g=weight_g), BOOK)

    assert quote.lines[0].amount_vnd == amount_vnd


def test_bulky_goods_cost_half_as_much_again() -> None:
    quote = price_item(replace(PARCEL, size_cm=(101, 10, 10)), BOOK)

    assert _lines(quote)[:2] == [
        ("C-R-2000", "Cước chính vùng 2, 1.683 g", 29_000),
        ("C-BULKY", "Hàng cồng kềnh 50 %", 14_500),
    ]


def test_a_side_at_the_bulky_limit_is_not_bulky() -> None:
    rules = [line.rule for line in price_item(replace(PARCEL, size_cm=(100, 50, 50)), BOOK).lines]

    assert "C-BULKY" not in rules


def test_remote_and_fuel_are_of_the_postage_with_its_bulky_part() -> None:
    item = ItemToPrice("ems", 900, HANOI, SAIGON, NOON, size_cm=(120, 5, 5), remote=True)

    assert _lines(price_item(item, BOOK)) == [
        ("E-F-1000", "Cước chính vùng 4, 900 g", 46_500),
        ("E-BULKY", "Hàng cồng kềnh 50 %", 23_250),
        ("E-REMOTE", "Phụ phí vùng xa 20 %", 13_950),
        ("E-FUEL", "Phụ phí xăng dầu 12,5 %", 8_719),
        ("VAT-8", "VAT 8 %", 7_394),
    ]


def test_remote_is_charged_only_where_the_destination_is() -> None:
    assert "C-REMOTE" not in [line.rule for line in price_item(PARCEL, BOOK).lines]
    assert "C-REMOTE" in [
        line.rule for line in price_item(replace(PARCEL, remote=True), BOOK).lines
    ]


def test_a_fee_by_rate_has_a_minimum_and_says_so() -> None:
    item = replace(PARCEL, declared_vnd=499_900, cod_vnd=1_500_050)

    assert _lines(price_item(item, BOOK))[1:3] == [
        ("C-KG", "Khai giá, mức tối thiểu", 5_000),
        ("C-COD", "Thu hộ COD 1 %", 15_001),
    ]


def test_room_does_not_count_for_a_registered_letter() -> None:
    quote = price_item(replace(LETTER, size_cm=(30, 25, 10)), BOOK)

    assert (quote.volumetric_g, quote.charged_g) == (0, 85)


def test_room_beyond_the_weight_limit_is_charged_and_not_refused() -> None:
    quote = price_item(replace(PARCEL, size_cm=(140, 80, 80)), BOOK)

    assert quote.charged_g == 149_333


def test_the_tax_changes_with_the_day_in_vietnam_and_not_before() -> None:
    at_last = replace(PARCEL, at=datetime(2026, 12, 31, 23, 59, 59, tzinfo=VIETNAM))
    at_midnight = replace(PARCEL, at=datetime(2027, 1, 1, 0, 0, 0, tzinfo=VIETNAM))
    old, new = price_item(at_last, BOOK), price_item(at_midnight, BOOK)

    assert (old.lines[-1].label, old.vat_rate_bp) == ("VAT 8 %", 800)
    assert (new.lines[-1].label, new.vat_rate_bp) == ("VAT 10 %", 1_000)
    assert old.net_vnd == new.net_vnd


def test_domain_vector_23500_is_taxed_1880_then_2350() -> None:
    item = replace(LETTER, actual_g=1_000, destination=HANOI)
    old = price_item(item, BOOK)
    new = price_item(replace(item, at=datetime(2027, 1, 1, tzinfo=VIETNAM)), BOOK)

    assert (old.net_vnd, old.vat_vnd, new.vat_vnd) == (23_500, 1_880, 2_350)


def test_an_exempt_service_ends_with_a_line_that_says_so() -> None:
    services = changed("services-2026-01.csv", "2000,60,90,0,20000000,0,standard",
                       "2000,60,90,0,20000000,0,exempt")  # fmt: skip
    quote = price_item(LETTER, ReferenceBook.of(shipped_with(services), NOON))

    assert _lines(quote)[-1] == ("VAT-0", "Không chịu thuế VAT", 0)
    assert (quote.total_vnd, quote.vat_rate_bp) == (13_200, 0)


def test_without_a_valid_tariff_nothing_is_priced() -> None:
    ended = changed("tariff-2026-01.csv", "# valid_to:", "# valid_to: 2026-11-20")
    book = ReferenceBook.of(shipped_with(ended), NOON)

    with pytest.raises(NoTariff) as refused:
        price_item(PARCEL, book)

    assert "biểu cước Bưu kiện" in text_for(refused.value)
    assert "21/11/2026" in text_for(refused.value)


def test_a_tariff_that_ends_today_prices_until_midnight() -> None:
    ended = changed("tariff-2026-01.csv", "# valid_to:", "# valid_to: 2026-11-21")
    book = ReferenceBook.of(shipped_with(ended), NOON)
    late = datetime(2026, 11, 21, 23, 59, 59, tzinfo=VIETNAM)

    assert price_item(replace(PARCEL, at=late), book).lines[0].amount_vnd == 25_500
    with pytest.raises(NoTariff):
        price_item(replace(PARCEL, at=datetime(2026, 11, 22, tzinfo=VIETNAM)), book)


def test_without_a_tax_rate_nothing_is_priced() -> None:
    cut = changed("vat-2026.csv", "VAT-10,standard,1000,2027-01-01,,VAT\n", "")
    book = ReferenceBook.of(shipped_with(cut), NOON)

    with pytest.raises(NoVatRate):
        price_item(replace(PARCEL, at=datetime(2027, 1, 1, tzinfo=VIETNAM)), book)


@pytest.mark.parametrize(
    ("item", "refusal"),
    [
        (replace(PARCEL, actual_g=0), WrongWeight),
        (replace(PARCEL, actual_g=-5), WrongWeight),
        (replace(PARCEL, actual_g=30_001), ItemOverweight),
        (replace(LETTER, actual_g=2_001), ItemOverweight),
        (replace(PARCEL, service="consigned", actual_g=200_001), ItemOverweight),
        (replace(PARCEL, size_cm=(40, 0, 20)), WrongSize),
        (replace(PARCEL, size_cm=(40, 20, 200)), SideTooLong),
        (replace(PARCEL, service="pigeon"), UnknownService),
        (replace(PARCEL, service=""), UnknownService),
        (replace(PARCEL, service="x" * 10_000), UnknownService),
        (replace(PARCEL, destination="02"), UnknownProvince),
        (replace(LETTER, cod_vnd=10_000), ValueAddedNotOffered),
    ],
)
def test_an_item_that_cannot_be_taken_is_refused_in_words(
    item: ItemToPrice, refusal: type[UserError]
) -> None:
    with pytest.raises(refusal) as refused:
        price_item(item, BOOK)

    assert len(text_for(refused.value)) < 300


@given(
    weight_g=st.integers(1, 30_000),
    more_g=st.integers(0, 5_000),
    destination=st.sampled_from([HANOI, HAI_PHONG, HUE, SAIGON]),
    declared_vnd=st.integers(0, 100_000_000),
)
def test_lines_add_up_and_more_weight_never_costs_less(
    weight_g: int, more_g: int, destination: str, declared_vnd: int
) -> None:
    item = replace(PARCEL, actual_g=weight_g, destination=destination, declared_vnd=declared_vnd)
    quote = price_item(item, BOOK)
    heavier = price_item(replace(item, actual_g=min(weight_g + more_g, 30_000)), BOOK)

    assert sum(line.amount_vnd for line in quote.lines) == quote.total_vnd
    assert quote.net_vnd + quote.vat_vnd == quote.total_vnd
    assert heavier.total_vnd >= quote.total_vnd
