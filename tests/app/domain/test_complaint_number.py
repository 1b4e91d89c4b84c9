import pytest

from app.domain.complaint_number import (
    WrongComplaintNumber,
    complaint_number,
    looks_like_complaint,
    parse_complaint_number,
    serial_of,
)

NUMBER = complaint_number("100950", "2", 1)


def test_a_number_names_office_counter_serial_and_check_digit() -> None:
    assert NUMBER.startswith("100950-2-K000001")
    assert serial_of(NUMBER) == 1


@pytest.mark.parametrize(
    "text",
    [
        NUMBER,
        NUMBER.lower(),
        NUMBER.replace("-", ""),
        f" TEM1:K:{NUMBER} ",
        NUMBER.replace("-", "–"),
    ],
)
def test_it_is_read_however_it_was_typed_or_scanned(text: str) -> None:
    assert looks_like_complaint(text)
    assert parse_complaint_number(text) == NUMBER


def test_a_later_epoch_of_the_counter_has_numbers_of_its_own() -> None:
    again = complaint_number("100950", "2", 1, epoch=2)

    assert again != NUMBER
    assert again.startswith("100950-2-E2-K000001")
    assert parse_complaint_number(again) == again


def test_every_single_wrong_digit_is_found() -> None:
    wrong = [
        NUMBER[:place] + digit + NUMBER[place + 1 :]
        for place, found in enumerate(NUMBER)
        for digit in "0123456789"
        if found.isdecimal() and digit != found
    ]

    for text in wrong:
        with pytest.raises(WrongComplaintNumber):
            parse_complaint_number(text)


@pytest.mark.parametrize("text", ["", "K", "100950-2-0000011", "RR473124829GB", "100950-2-K00001"])
def test_other_codes_have_another_shape(text: str) -> None:
    assert not looks_like_complaint(text)
    with pytest.raises(WrongComplaintNumber):
        parse_complaint_number(text)
