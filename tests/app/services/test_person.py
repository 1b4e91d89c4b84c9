from datetime import date

import pytest

from app.domain.citizen import WrongCitizenNumber
from app.services.person import (
    BirthDateContradiction,
    CitizenPaper,
    SexContradiction,
    WrongBirthDate,
    WrongOldNumber,
    WrongSex,
    check_agreement,
    read_birth_date,
    read_citizen,
    read_phones,
    read_sex,
)
from app.store.lookups import citizen_lookup

TODAY = date(2026, 11, 21)
KEY = bytes(32)


def test_a_birth_date_lies_between_1900_and_today() -> None:
    assert read_birth_date(None, TODAY) is None
    assert read_birth_date(TODAY, TODAY) == "2026-11-21"
    assert read_birth_date(date(1900, 1, 1), TODAY) == "1900-01-01"
    for wrong in (date(1899, 12, 31), date(2026, 11, 22)):
        with pytest.raises(WrongBirthDate):
            read_birth_date(wrong, TODAY)


def test_a_sex_is_one_of_two_or_unknown() -> None:
    assert [read_sex(sex) for sex in ("male", "female", None)] == ["male", "female", None]
    with pytest.raises(WrongSex):
        read_sex("nam")


def test_phones_stay_in_the_order_given_each_once() -> None:
    typed = ("0912 000 654", "0903123456", "+84912000654")

    assert read_phones(typed) == ["+84912000654", "+84903123456"]


def test_a_paper_is_found_by_the_hashes_of_its_numbers() -> None:
    citizen = read_citizen(CitizenPaper("001090000001", "card", "012345678"), KEY)

    assert citizen is not None
    assert citizen.lookup == citizen_lookup(KEY, "001090000001")
    assert citizen.old_lookup == citizen_lookup(KEY, "012345678")
    assert citizen.issued_on is None


def test_an_older_paper_with_the_same_number_is_none() -> None:
    citizen = read_citizen(CitizenPaper("001090000001", "card", "001090000001"), KEY)

    assert citizen is not None
    assert (citizen.old_number, citizen.old_lookup) == ("", None)


@pytest.mark.parametrize("old_number", ["1", "0123456789", "x" * 9, "９" * 9])
def test_an_older_number_has_nine_or_twelve_digits(old_number: str) -> None:
    with pytest.raises(WrongOldNumber):
        read_citizen(CitizenPaper("001090000001", "card", old_number), KEY)


def test_a_wrong_number_is_refused() -> None:
    with pytest.raises(WrongCitizenNumber):
        read_citizen(CitizenPaper("1", "typed"), KEY)


def test_the_number_must_agree_with_year_and_sex() -> None:
    check_agreement("001090000001", "1990-12-31", "male")
    check_agreement("001090000001", None, None)
    check_agreement(None, "1985-01-01", "female")
    with pytest.raises(BirthDateContradiction) as caught:
        check_agreement("001090000001", "1991-01-01", "male")
    assert caught.value.year == 1990
    with pytest.raises(SexContradiction):
        check_agreement("001090000001", "1990-01-01", "female")


def test_a_paper_does_not_show_its_number() -> None:
    assert "001090000001" not in repr(CitizenPaper("001090000001", "card"))
