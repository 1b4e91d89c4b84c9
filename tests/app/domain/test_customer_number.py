import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customer_number import (
    WrongCustomerNumber,
    grouped,
    is_customer_number,
    make_customer_number,
    parse_customer_number,
)

SERIALS = st.integers(0, 9_999_999)


def test_a_number_says_province_year_serial_and_check() -> None:
    number = make_customer_number("0126", 123)

    assert number[:11] == "01260000123"
    assert int(number) % 97 == 1
    assert is_customer_number(number)


def test_a_number_is_shown_in_groups() -> None:
    assert grouped("0126000012345") == "01 26 0000123 45"


@given(SERIALS)
def test_a_made_number_is_read_back_from_its_groups(serial: int) -> None:
    number = make_customer_number("7926", serial)

    assert parse_customer_number(grouped(number)) == number


@given(SERIALS, st.integers(0, 12), st.integers(1, 9))
def test_a_wrong_digit_is_always_caught(serial: int, place: int, shift: int) -> None:
    number = make_customer_number("7926", serial)
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]

    assert not is_customer_number(wrong)


@given(SERIALS, st.integers(0, 11))
def test_swapped_neighbours_are_always_caught(serial: int, place: int) -> None:
    number = make_customer_number("7926", serial)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    assert swapped == number or not is_customer_number(swapped)


@pytest.mark.parametrize("text", ["", "0126000012", "0126000012399", "0126 không", "9" * 10_000])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(WrongCustomerNumber):
        parse_customer_number(text)


def test_no_province_has_the_number_zero() -> None:
    assert not is_customer_number("0000000000097")
    with pytest.raises(ValueError, match="customer"):
        make_customer_number("0026", 1)


@pytest.mark.parametrize(("prefix", "serial"), [("012", 1), ("0126", -1), ("0126", 10_000_000)])
def test_a_prefix_or_serial_that_no_lease_gives_is_a_bug(prefix: str, serial: int) -> None:
    with pytest.raises(ValueError, match="customer"):
        make_customer_number(prefix, serial)
