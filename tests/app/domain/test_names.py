import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.names import (
    NameCharacter,
    NameKeys,
    NameTooLong,
    WrongName,
    accents_agree,
    clean_addressee,
    clean_name,
    fold,
    match_spans,
    name_keys,
    nfc,
)
from app.messages import text_for

VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
NAMES = st.text(VIETNAMESE + VIETNAMESE.upper() + " ", min_size=1, max_size=40)


def test_text_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn")

    assert (len(decomposed), len(nfc(decomposed))) == (8, 6)


def test_folding_drops_accents_strokes_capitals_and_blanks() -> None:
    assert fold("  Nguyễn   THỊ\tĐoàn ") == "nguyen thi doan"


@given(NAMES)
def test_folding_does_not_depend_on_how_text_was_composed(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)


@given(NAMES)
def test_a_folded_name_is_plain(name: str) -> None:
    assert fold(name).isascii()
    assert fold(name) == fold(name).lower()


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_name_is_searched_from_both_ends_and_by_its_initials() -> None:
    assert name_keys("Nguyễn Văn Ân") == NameKeys("nguyen van an", "an nguyen van", "nva")


def test_a_name_of_one_word_has_keys_too() -> None:
    assert name_keys("Đạt") == NameKeys("dat", "dat", "d")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Nguyễn   Văn A ", "Nguyễn Văn A"),
        (unicodedata.normalize("NFD", "Trần Thị Bưởi"), "Trần Thị Bưởi"),
        ("\ufeffLê\u200b Lợi\n", "Lê Lợi"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Jean-Luc O’Neill Jr.", "Jean-Luc O’Neill Jr."),
    ],
)
def test_a_name_is_tidied(typed: str, stored: str) -> None:
    assert clean_name(typed) == stored


@pytest.mark.parametrize("typed", ["", "   ", "\n", "-", "'", "\u200b"])
def test_a_name_needs_a_letter(typed: str) -> None:
    with pytest.raises(WrongName) as refused:
        clean_name(typed)

    assert "Chưa có họ tên" in text_for(refused.value)


@pytest.mark.parametrize("typed", ["A" * 101, "A" * 10_000, "Á " * 5_000])
def test_a_name_too_long_is_refused_with_the_limit(typed: str) -> None:
    with pytest.raises(NameTooLong) as refused:
        clean_name(typed)

    assert "100" in text_for(refused.value)


@pytest.mark.parametrize("character", "4😀|?@<\u0007♥\ufe0f_")
def test_a_sign_that_stands_in_no_name_is_refused_by_showing_it(character: str) -> None:
    with pytest.raises(NameCharacter) as refused:
        clean_name(f"Lê {character}Lợi")

    assert refused.value.character == character


def test_an_addressee_may_be_an_organisation() -> None:
    assert clean_addressee(" Công ty TNHH 3M & Bạn  (CN 2) ") == "Công ty TNHH 3M & Bạn (CN 2)"


@pytest.mark.parametrize("typed", ["", "--", "Lan 💌", "A" * 101])
def test_an_addressee_is_a_name_all_the_same(typed: str) -> None:
    with pytest.raises(WrongName):
        clean_addressee(typed)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("anh", "Ánh"),
        ("Ánh", "Ánh"),
        ("ánh", "Nguyễn Thị Ánh"),
        ("ng anh", "Nguyễn Thị Ánh"),
        ("anh nguyen", "Nguyễn Thị Ánh"),
        ("nguyên", "Nguyễn Thị Ánh"),
        ("hoà", "Lê Hòa"),
        ("hòa", "Lê Hoà"),
        ("đoàn", "Đoàn Văn Đạt"),
        ("doan", "Đoàn Văn Đạt"),
        ("nva", "Nguyễn Văn An"),
        ("nv", "Nguyễn Văn An"),
        ("ntđ", "Nguyễn Thị Đào"),
        ("NGUYEN VAN AN", "Nguyễn Văn An"),
        (unicodedata.normalize("NFD", "ánh"), "Ánh"),
        ("nguyen ng", "Nguyễn Ngọc"),
        ("ng nguyen", "Nguyễn Ngọc"),
    ],
)
def test_what_was_typed_agrees_with_the_name(typed: str, name: str) -> None:
    assert accents_agree(typed, name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ánh", "Anh"),
        ("ánh", "Ảnh"),
        ("ân", "An"),
        ("đoan", "Doan"),
        ("nguyen nguyen", "Nguyễn Văn An"),
        ("xuan", "Nguyễn Văn An"),
        ("nvb", "Nguyễn Văn An"),
        ("nvan", "Nguyễn Văn An"),
        ("đ", "Dung"),
        ("ntđ", "Nguyễn Thị Dung"),
        ("nva x", "Nguyễn Văn An"),
        ("", "Nguyễn Văn An"),
        ("an", ""),
        ("a " * 5_000, "Nguyễn Văn An"),
    ],
)
def test_what_was_typed_does_not_agree_with_the_name(typed: str, name: str) -> None:
    assert not accents_agree(typed, name)


@given(NAMES)
def test_every_name_agrees_with_itself_and_with_its_folded_form(name: str) -> None:
    if name.split():
        assert accents_agree(name, name)
        assert accents_agree(fold(name), name)


def test_the_matched_parts_are_marked_from_left_to_right() -> None:
    assert match_spans("anh ng", "Nguyễn Thị Ánh") == ((0, 2), (11, 14))


def test_initials_mark_the_first_letters() -> None:
    assert match_spans("nta", "Nguyễn Thị Ánh") == ((0, 1), (7, 8), (11, 12))


def test_marks_count_in_the_composed_name() -> None:
    assert match_spans("anh", unicodedata.normalize("NFD", "Nguyễn Ánh")) == ((7, 10),)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(typed: str, name: str) -> None:
    for start, end in match_spans(typed, name):
        assert 0 <= start < end <= len(nfc(name))
