import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.item_code import (
    WrongItemCheckDigit,
    WrongItemCode,
    check_digit,
    grouped,
    make_item_code,
    parse_item_code,
)
from app.messages import text_for

SERIALS = st.integers(0, 99_999_999)
PREFIXES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)


@pytest.mark.parametrize(
    "code", ["RR473124829GB", "EE471108151FR", "EB000717618HK", "RB167995284IT", "LL572405406US"]
)
def test_published_codes_are_read(code: str) -> None:
    assert parse_item_code(code).text == code


@pytest.mark.parametrize(
    ("serial", "digit"),
    [("00000000", 5), ("99999999", 5), ("96633102", 0), ("76129403", 8), ("47312482", 9)],
)
def test_ten_becomes_zero_and_eleven_becomes_five(serial: str, digit: int) -> None:
    assert check_digit(serial) == digit


@given(PREFIXES, SERIALS, PREFIXES)
def test_a_made_code_is_read_back(prefix: str, serial: int, country: str) -> None:
    read = parse_item_code(make_item_code(prefix, serial, country))

    assert (read.prefix, read.serial, read.country) == (prefix, serial, country)


@given(SERIALS, st.integers(0, 8), st.integers(1, 9))
def test_only_under_check_digit_five_can_one_wrong_digit_pass(
    serial: int, place: int, shift: int
) -> None:
    """Five stands for two remainders; every other check digit for one."""
    digits = make_item_code("RR", serial)[2:11]
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]

    passes = check_digit(wrong[:8]) == int(wrong[8])

    assert not passes or wrong[8] == "5"


def test_a_code_may_be_typed_small_and_with_blanks_dots_and_dashes() -> None:
    assert parse_item_code(" rr 473.124-829 gb ").text == "RR473124829GB"


def test_a_code_is_printed_in_groups() -> None:
    assert grouped("RR473124829GB") == "RR 473 124 829 GB"


def test_a_code_with_a_wrong_check_digit_is_refused_by_its_groups() -> None:
    with pytest.raises(WrongItemCheckDigit) as refused:
        parse_item_code("EB000717594HK")

    assert "EB 000 717 594 HK" in text_for(refused.value)


@pytest.mark.parametrize("text", ["", "RR47312482GB", "RR4731248290GB", "1R473124829GB", "💌" * 13])
def test_another_shape_is_refused(text: str) -> None:
    with pytest.raises(WrongItemCode) as refused:
        parse_item_code(text)

    assert not isinstance(refused.value, WrongItemCheckDigit)


def test_digits_of_other_scripts_are_not_digits_of_a_code() -> None:
    with pytest.raises(WrongItemCode):
        parse_item_code("RR٤٧٣١٢٤٨٢٩GB")


def test_the_refusal_of_a_long_text_fits_a_line() -> None:
    with pytest.raises(WrongItemCode) as refused:
        parse_item_code("A" * 10_000)

    assert len(refused.value.text) < 30


@pytest.mark.parametrize(("prefix", "serial"), [("RR", -1), ("RR", 100_000_000), ("R", 1)])
def test_a_serial_or_prefix_that_no_lease_gives_is_a_bug(prefix: str, serial: int) -> None:
    with pytest.raises(ValueError, match="item"):
        make_item_code(prefix, serial)
