import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.customer_number import make_customer_number
from app.domain.item_code import make_item_code
from app.domain.scan_repair import is_digit_row, repair

SERIALS = st.integers(0, 99_999_999)
LAYOUT = dict(zip("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ", strict=True))


def typed_on_the_vietnamese_layout(code: str) -> str:
    return unicodedata.normalize("NFC", "".join(LAYOUT.get(key, key) for key in code))


@pytest.mark.parametrize(
    ("arrived", "code"),
    [
        ("Ê471108151FR", "EE471108151FR"),
        ("Ê123456785VN", "EE123456785VN"),
        ("É123456785VN", "ES123456785VN"),
        ("È123456785VN", "EF123456785VN"),
        ("Ẻ123456785VN", "ER123456785VN"),
        ("Ẽ123456785VN", "EX123456785VN"),
        ("Ẹ123456785VN", "EJ123456785VN"),
        ("Đ123456785VN", "DD123456785VN"),
        ("Â123456785VN", "AA123456785VN"),
        ("Ô123456785VN", "OO123456785VN"),
        ("Ă123456785VN", "AW123456785VN"),
        ("Ơ123456785VN", "OW123456785VN"),
        ("Ư123456785VN", "UW123456785VN"),
        ("CƯ123456785VN", "CW123456785VN"),
        ("RR473124829ÊE", "RR473124829EEE"),
    ],
)
def test_telex_is_written_back_where_the_check_digit_proves_it(arrived: str, code: str) -> None:
    assert repair(arrived) == (code if len(code) == 13 else None)


@pytest.mark.parametrize(
    ("arrived", "code"),
    [
        ("EẼ71108151FR", "EE471108151FR"),
        ("RÁ23456785VN", "RA123456785VN"),
        ("EẸ71108151FR", None),
        ("EỆ78151FR", None),
    ],
)
def test_vni_is_written_back_where_the_check_digit_proves_it(
    arrived: str, code: str | None
) -> None:
    assert repair(arrived) == code


@given(st.sampled_from(["RR", "CP", "EE", "UA"]), SERIALS)
def test_an_item_typed_on_the_vietnamese_layout_is_never_read_as_another(
    prefix: str, serial: int
) -> None:
    code = make_item_code(prefix, serial)

    assert repair(typed_on_the_vietnamese_layout(code)) in (code, None)


@given(st.integers(0, 9_999_999))
def test_a_customer_typed_on_the_vietnamese_layout_is_never_read_as_another(serial: int) -> None:
    number = make_customer_number("0126", serial)
    arrived = typed_on_the_vietnamese_layout(number)

    assert repair(arrived) in (number, None)
    assert is_digit_row(arrived)


def test_codes_typed_on_the_vietnamese_layout_are_written_back() -> None:
    for code in ("RR473124829GB", make_customer_number("0126", 123)):
        assert repair(typed_on_the_vietnamese_layout(code)) == code


@pytest.mark.parametrize("last", "012345678")
def test_a_spoilt_code_with_a_wrong_check_digit_is_not_believed(last: str) -> None:
    assert repair(f"Ê47110815{last}FR") is None or last == "1"


@pytest.mark.parametrize(
    "text", ["", "RR473124829GB", "Nguyễn Văn Ân", "Ư" * 13, "Ử" * 10_000, "😀", "\u0301"]
)
def test_what_is_no_spoilt_code_is_left_alone(text: str) -> None:
    assert repair(text) is None


@given(st.text(max_size=20))
def test_any_text_can_be_looked_at(text: str) -> None:
    result = repair(text)

    assert result is None or len(result) == 13
