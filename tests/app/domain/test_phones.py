import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import phones
from app.domain.phones import (
    OldPhone,
    WrongPhone,
    last_digits,
    mask_phone,
    national,
    normalise_phone,
)
from app.messages import text_for

RENUMBERED = [
    ("0120", "070"), ("0121", "079"), ("0122", "077"), ("0126", "076"), ("0128", "078"),
    ("0123", "083"), ("0124", "084"), ("0125", "085"), ("0127", "081"), ("0129", "082"),
    ("0162", "032"), ("0163", "033"), ("0164", "034"), ("0165", "035"), ("0166", "036"),
    ("0167", "037"), ("0168", "038"), ("0169", "039"),
    ("0186", "056"), ("0188", "058"), ("0199", "059"),
]  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "0903123456",
        "0903 123 456",
        "0903.123.456",
        "(0903) 123-456",
        "+84 903 123 456",
        "+84903123456",
        "84903123456",
        "0084 903 123 456",
        " 0903123456\n",
    ],
)
def test_a_number_is_one_number_however_it_is_typed(typed: str) -> None:
    assert normalise_phone(typed) == "+84903123456"


@pytest.mark.parametrize(
    ("typed", "phone"),
    [("024 3825 2525", "+842438252525"), ("+1 415 555 2671", "+14155552671")],
)
def test_fixed_lines_and_other_countries_are_numbers_too(typed: str, phone: str) -> None:
    assert normalise_phone(typed) == phone


@pytest.mark.parametrize(("before", "today"), RENUMBERED)
def test_an_old_eleven_digit_mobile_is_refused_with_the_number_it_became(
    before: str, today: str
) -> None:
    with pytest.raises(OldPhone) as refused:
        normalise_phone(f"{before}3456789")

    assert refused.value.suggestion == f"{today}3 456 789"
    assert f"{today}3 456 789" in text_for(refused.value)
    assert normalise_phone(refused.value.suggestion) == f"+84{today[1:]}3456789"


@pytest.mark.parametrize("typed", ["+84 163 3456789", "0084 163 3456789", "84-1633456789"])
def test_an_old_mobile_is_known_with_its_country_code(typed: str) -> None:
    with pytest.raises(OldPhone) as refused:
        normalise_phone(typed)

    assert refused.value.suggestion == "0333 456 789"


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "0", "+", "090312345", "09031234567", "0000000000", "++84903123456"),
        *("không có", "0903 abc", "0903123456;1", "📞0903123456", "٠٩٠٣١٢٣٤٥٦", "0" * 10_000),
    ],
)
def test_what_cannot_be_called_is_refused(typed: str) -> None:
    with pytest.raises(WrongPhone):
        normalise_phone(typed)


@given(st.text(max_size=40))
def test_any_text_is_either_a_number_or_refused(typed: str) -> None:
    try:
        phone = normalise_phone(typed)
    except WrongPhone:
        return
    assert normalise_phone(phone) == phone


def test_a_number_is_shown_as_readers_write_it() -> None:
    assert national("+84903123456") == "0903 123 456"
    assert national("+14155552671") == "+1 415-555-2671"


def test_a_mask_leaves_too_little_to_call() -> None:
    assert mask_phone("+84903123456") == "0903 ••• 456"
    assert mask_phone("+14155552671") == "+141 ••• 671"


def test_the_end_of_a_number_is_what_customers_say() -> None:
    assert last_digits("+84903123456") == "3456"
    assert last_digits("+84903123456", 9) == "903123456"


def test_a_refusal_does_not_carry_what_was_typed() -> None:
    with pytest.raises(WrongPhone) as refused:
        normalise_phone("090312345")

    assert "0903" not in repr(refused.value)


def test_the_quick_way_for_mobiles_says_what_the_library_says() -> None:
    plain = [f"0{operator:03d}123456" for operator in range(300, 1_000)]
    quick = [typed for typed in plain if phones._PLAIN_MOBILE.fullmatch(typed)]

    assert len(quick) > 200
    for typed in quick:
        number = phonenumbers.parse(typed, "VN")
        assert phonenumbers.is_valid_number(number)
        phone = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        assert normalise_phone(typed) == phone
        shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        assert national(phone) == shown
        digits = shown.replace(" ", "")
        assert mask_phone(phone) == f"{digits[:4]} ••• {digits[-3:]}"
