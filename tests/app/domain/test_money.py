import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money import format_rate, format_vnd, percent_of


@pytest.mark.parametrize(
    ("amount_vnd", "rate_bp", "expected"),
    [
        (23_500, 800, 1_880),
        (23_500, 1_000, 2_350),
        (63_000, 800, 5_040),
        (13_200, 800, 1_056),
        (50, 100, 1),
        (49, 100, 0),
        (0, 800, 0),
        (100, 0, 0),
    ],
)
def test_a_percentage_is_whole_and_rounded_half_up(
    amount_vnd: int, rate_bp: int, expected: int
) -> None:
    assert percent_of(amount_vnd, rate_bp) == expected


@given(st.integers(0, 10**12), st.integers(0, 20_000))
def test_a_percentage_is_never_more_than_half_a_dong_off(amount_vnd: int, rate_bp: int) -> None:
    assert abs(percent_of(amount_vnd, rate_bp) * 20_000 - amount_vnd * rate_bp * 2) <= 10_000


@given(st.integers(0, 10**12), st.integers(0, 20_000))
def test_a_refund_mirrors_its_charge(amount_vnd: int, rate_bp: int) -> None:
    assert percent_of(-amount_vnd, rate_bp) == -percent_of(amount_vnd, rate_bp)


@pytest.mark.parametrize(
    ("amount_vnd", "written"),
    [(0, "0"), (999, "999"), (14_256, "14.256"), (1_500_000, "1.500.000"), (-7_000, "-7.000")],
)
def test_amounts_are_grouped_by_dots(amount_vnd: int, written: str) -> None:
    assert format_vnd(amount_vnd) == written


@pytest.mark.parametrize(
    ("rate_bp", "written"), [(800, "8 %"), (1_250, "12,5 %"), (25, "0,25 %"), (105, "1,05 %")]
)
def test_rates_are_written_with_a_decimal_comma(rate_bp: int, written: str) -> None:
    assert format_rate(rate_bp) == written
