import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.amount_words import amount_words, english, vietnamese


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (104, "một trăm linh bốn"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm linh năm"),
        (14_256, "mười bốn nghìn hai trăm năm mươi sáu"),
        (12_570_000, "mười hai triệu năm trăm bảy mươi nghìn"),
        (10_000_001, "mười triệu không trăm linh một"),
        (1_000_000_000, "một tỷ"),
        (2_000_015_000, "hai tỷ không trăm mười lăm nghìn"),
        (1_234_000_000_000, "một nghìn hai trăm ba mươi tư tỷ"),
        (10**18, "một tỷ tỷ"),
    ],
)
def test_amounts_are_read_in_vietnamese(number: int, said: str) -> None:
    assert vietnamese(number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (19, "nineteen"),
        (45, "forty-five"),
        (100, "one hundred"),
        (205, "two hundred and five"),
        (1_001, "one thousand and one"),
        (12_570_000, "twelve million five hundred and seventy thousand"),
        (10_000_000_000, "ten billion"),
    ],
)
def test_amounts_are_read_in_english(number: int, said: str) -> None:
    assert english(number) == said


def test_the_unit_and_a_sign_are_said_too() -> None:
    assert amount_words(12_000_000) == "mười hai triệu đồng"
    assert amount_words(-20_000) == "âm hai mươi nghìn đồng"
    assert amount_words(-20_000, "en") == "minus twenty thousand đồng"
    assert amount_words(1, "fr") == "one đồng"


@given(st.integers(min_value=0, max_value=10**17), st.integers(min_value=0, max_value=10**17))
def test_different_amounts_are_never_read_alike(one: int, other: int) -> None:
    assert (vietnamese(one) == vietnamese(other)) == (one == other)
    assert (english(one) == english(other)) == (one == other)


@given(st.integers(min_value=0, max_value=10**17))
def test_words_are_single_spaced(number: int) -> None:
    for said in (vietnamese(number), english(number)):
        assert said == " ".join(said.split())
