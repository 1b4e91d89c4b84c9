"""Words on the screen are said again in another language, whatever they were put together from."""

import pytest

from app.messages import Language, catalogue, speak, text
from ui.saying_again import SayingAgain

TO_ENGLISH = SayingAgain(Language.VIETNAMESE, Language.ENGLISH)
TO_VIETNAMESE = SayingAgain(Language.ENGLISH, Language.VIETNAMESE)


def test_a_sentence_is_known_by_itself() -> None:
    assert TO_ENGLISH("Giỏ") == "Basket"
    assert TO_VIETNAMESE("Basket") == "Giỏ"


def test_what_stood_in_the_placeholders_stays() -> None:
    said = text("ui.customer.since", day="21/11/2026", count=12)

    assert TO_ENGLISH(said) == "Customer since 21/11/2026 · 12 items sent"


def test_one_thing_is_one_thing_in_either_language(english: None) -> None:
    assert TO_VIETNAMESE(text("ui.acceptance.basket_count", count=1)) == "Giỏ · 1 bưu gửi"


def test_a_sentence_within_a_sentence_is_said_again_too() -> None:
    said = text("ui.acceptance.lacks", what=text("ui.acceptance.field.weight"))

    assert TO_ENGLISH(said) == "Still missing: weight."


@pytest.mark.parametrize("joint", [" · ", "\n", " — "])
def test_joined_sentences_are_said_one_by_one(joint: str) -> None:
    joined = joint.join((text("ui.acceptance.row_declared"), "EMS", text("ui.acceptance.row_cod")))

    assert TO_ENGLISH(joined) == joint.join(("declared", "EMS", "COD"))


def test_amounts_are_set_off_as_the_language_does() -> None:
    assert TO_ENGLISH("1.234.567\u00a0đ") == "1,234,567\u00a0đ"
    assert TO_VIETNAMESE("1,250\u00a0g") == "1.250\u00a0g"
    assert TO_ENGLISH("21/11/2026") == "21/11/2026"


@pytest.mark.parametrize("data", ["Nguyễn Thị Anh", "RR 473 124 829 VN", "", " "])
def test_what_is_no_sentence_stays_as_it_is(data: str) -> None:
    assert TO_ENGLISH(data) == data


def test_no_sentence_without_placeholders_is_left_in_the_old_language() -> None:
    left = [
        sentence
        for code, sentence in catalogue(Language.VIETNAMESE).items()
        if code.startswith("ui.") and "{" not in sentence and TO_ENGLISH(sentence) == sentence
        and catalogue(Language.ENGLISH)[code] != sentence
    ]  # fmt: skip

    assert not left


def test_there_and_back_again_is_where_it_began() -> None:
    try:
        speak(Language.VIETNAMESE)
        sentence = text("ui.last.more_items", count=3)
        assert TO_VIETNAMESE(TO_ENGLISH(sentence)) == sentence
    finally:
        speak(Language.VIETNAMESE)
