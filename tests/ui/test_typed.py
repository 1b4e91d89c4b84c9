from datetime import date

import pytest

from app.domain.phones import OldPhone, WrongPhone
from ui.typed import (
    CommuneNotChosen,
    WrongBirthDate,
    capitalised,
    one_line,
    read_commune,
    read_day,
    read_phones,
)


@pytest.mark.parametrize(
    "typed", ["01021990", "01/02/1990", "1/2/1990", "1-2-1990", "01.02.1990", " 0102 1990 "]
)
def test_a_birth_date_is_read_however_it_is_typed(typed: str) -> None:
    assert read_day(typed) == date(1990, 2, 1)


def test_no_birth_date_is_no_mistake() -> None:
    assert read_day("  ") is None


@pytest.mark.parametrize(
    "typed", ["31021990", "0102199", "1990", "01/02/90", "01/02/1890", "ab/cd/1990", "1" * 10_000]
)
def test_a_day_that_never_was_is_refused(typed: str) -> None:
    with pytest.raises(WrongBirthDate):
        read_day(typed)


def test_several_phones_stand_in_one_field_each_once() -> None:
    read = read_phones("0903 123 456; 0912345654,0903123456 ,")

    assert read == ("+84903123456", "+84912345654")


def test_one_wrong_phone_spoils_the_field_and_an_old_one_says_what_it_became() -> None:
    with pytest.raises(WrongPhone):
        read_phones("0903123456, 12")
    with pytest.raises(OldPhone):
        read_phones("01663123456")


def test_a_name_typed_in_small_letters_gets_its_capitals_and_others_are_left_alone() -> None:
    assert capitalised("nguyễn  thị ánh") == "Nguyễn Thị Ánh"
    assert capitalised("Lê Văn an") == "Lê Văn an"


def test_lines_are_composed_and_have_single_blanks() -> None:
    assert one_line("  Nguye\u0302\u0303n   Huê\u0323 ") == "Nguyễn Huệ"


def test_words_without_a_commune_taken_are_asked_about() -> None:
    assert read_commune("", " ") == ""
    assert read_commune("26740", "Phường Sài Gòn") == "26740"
    with pytest.raises(CommuneNotChosen):
        read_commune("", "ben nghe")
