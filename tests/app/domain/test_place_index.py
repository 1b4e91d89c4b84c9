import unicodedata

import pytest

from app.domain.place_index import (
    WordIndex,
    label_words,
    numbered_word,
    province_words,
    units_in,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bến Nghé", ("bến", "nghé")),
        (unicodedata.normalize("NFD", "Bến Nghé"), ("bến", "nghé")),
        ("  Lâm Viên - Đà Lạt,", ("lâm", "viên", "đà", "lạt")),
        ("Ea M’Droh", ("ea", "mdroh")),
        ("Phường 1, Quận 3", ("p1", "q3")),
        ("p.1 Q 3", ("p1", "q3")),
        ("phuong10", ("p10",)),
        ("tp1", ("tp1",)),
        ("😀 ?", ()),
    ],
)
def test_a_text_falls_into_words(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_a_province_is_known_by_its_initials_in_one_word_and_by_other_names() -> None:
    words = province_words("Hồ Chí Minh")

    assert {"hồ", "hochiminh", "hcm", "tphcm", "sg", "sài", "gòn"} <= set(words)


def test_two_provinces_may_share_their_initials() -> None:
    assert "dn" in province_words("Đà Nẵng")
    assert "dn" in province_words("Đồng Nai")


def test_kinds_are_also_known_by_their_short_forms() -> None:
    assert label_words("Thị trấn") == ("thị", "trấn", "tt")
    assert "tx" in label_words("Thị xã Sa Pa")
    assert label_words("Huyện Gia Lâm") == ("huyện", "gia", "lâm")


def test_a_numbered_ward_is_one_word() -> None:
    assert numbered_word("Phường", "1") == ("p1",)
    assert numbered_word("Phường", "1 Bảo Lộc") == ("p1",)
    assert numbered_word("Phường", "Bến Nghé") == ()


@pytest.fixture
def index() -> WordIndex:
    index = WordIndex(20)
    for unit, word in enumerate(["hòa", "hoà", "hoa", "hoàn", "họa", "đa", "dã", "hỏa"]):
        index.add(unit, word)
    index.add(19, "hòa", "bình")
    index.close()
    return index


def found(bits: int) -> list[int]:
    return list(units_in(bits))


def test_units_are_found_by_the_beginning_of_a_word(index: WordIndex) -> None:
    assert found(index.beginning("ho")) == [0, 1, 2, 3, 4, 7, 19]
    assert found(index.beginning("b")) == [19]
    assert found(index.beginning("x")) == []


def test_accents_that_are_typed_narrow(index: WordIndex) -> None:
    assert found(index.beginning("hòa")) == [0, 1, 3, 19]
    assert found(index.beginning("đ")) == [5]
    assert found(index.beginning("d")) == [5, 6]


def test_whole_words_are_told_from_beginnings(index: WordIndex) -> None:
    assert found(index.exactly("hoa")) == [0, 1, 2, 4, 7, 19]
    assert found(index.exactly("hòa")) == [0, 1, 19]
    assert found(index.exactly("ho")) == []
