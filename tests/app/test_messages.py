import string

import pytest

from app.messages import (
    Language,
    catalogue,
    grouped,
    language_named,
    language_wanted,
    paper_text,
    speak,
    text,
    text_for,
)
from app.store.faults import SchemaTooNew


def test_an_error_becomes_a_sentence_with_its_data() -> None:
    sentence = text_for(SchemaTooNew(found="0009", known="0001"))

    assert "0009" in sentence
    assert "cập nhật" in sentence


def test_amounts_and_weights_are_grouped_by_thousands() -> None:
    codes = [code for code, sentence in catalogue().items() if "_g}" in sentence]
    names = [name for _, name, _, _ in string.Formatter().parse(catalogue()[codes[0]]) if name]

    assert "30.001" in text(codes[0], **dict.fromkeys(names, 30_001))


def test_other_numbers_stay_as_they_are() -> None:
    assert text("verify.gap", seq=12345) == "Thiếu bút toán số 12345."


def test_every_subject_file_adds_to_one_catalogue() -> None:
    assert {"store.disk_full", "verify.gap", "backup.older"} <= catalogue().keys()


def test_the_chosen_language_is_spoken_and_paper_stays_vietnamese(english: None) -> None:
    assert text("verify.gap", seq=12345) == "Entry 12345 is missing."
    assert paper_text("verify.gap", seq=12345) == "Thiếu bút toán số 12345."


def test_thousands_are_set_off_as_readers_of_the_language_expect(english: None) -> None:
    assert grouped(1_234_567) == "1,234,567"

    speak(Language.VIETNAMESE)

    assert grouped(1_234_567) == "1.234.567"


def test_a_language_that_nobody_knows_is_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    assert language_named("fr") is Language.VIETNAMESE
    assert language_named("en") is Language.ENGLISH

    monkeypatch.setenv("TEM_LANGUAGE", "en")

    assert language_wanted("vi") is Language.ENGLISH


def test_one_thing_has_its_own_sentence_where_the_language_has_one(english: None) -> None:
    assert text("ui.acceptance.basket_count", count=1) == "Basket · 1 item"
    assert text("ui.acceptance.basket_count", count=2) == "Basket · 2 items"

    speak(Language.VIETNAMESE)

    assert text("ui.acceptance.basket_count", count=1) == "Giỏ · 1 bưu gửi"
