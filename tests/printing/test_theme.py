from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given
from hypothesis import strategies as st

from app.messages import catalogue
from printing import theme

FONTS = Path(theme.__file__).parent.parent / "resources" / "fonts"

VOWELS = "aăâeêioôơuưy"
TONES = "\u0300\u0301\u0303\u0309\u0323"
VIETNAMESE = {normalize("NFC", v + t) for v in VOWELS for t in ("", *TONES)} - set("aeiouy") | {"đ"}
LETTERS = VIETNAMESE | {letter.upper() for letter in VIETNAMESE}
SIGNS = "₫–“”•×·…"


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_each_font_has_every_vietnamese_letter_and_every_sign_on_paper(file: Path) -> None:
    printed = {c for code, words in catalogue().items() if code.startswith("paper.") for c in words}
    assert len(LETTERS) == 134

    with TTFont(file) as font:
        missing = (LETTERS | printed | set(SIGNS)) - {chr(code) for code in font.getBestCmap()}

    assert not missing


def test_all_figures_of_a_weight_have_one_width() -> None:
    for style in (theme.BODY, theme.STRONG, theme.TOTAL):
        assert len({round(theme.width_of(figure, style), 6) for figure in "0123456789"}) == 1


def test_a_licence_stands_beside_the_fonts() -> None:
    assert "SIL Open Font License" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert sum(file.stat().st_size for file in FONTS.iterdir()) <= 2_000_000


@given(
    text=st.text(st.sampled_from(sorted(LETTERS) + list("abc123/,-  \n\t")), max_size=200),
    width=st.floats(3, 90),
)
@example(text="", width=10.0)
@example(text="Ngườitrongmộttừrấtdàikhôngcókhoảngtrắng" * 5, width=20.0)
def test_wrapped_text_stays_in_its_column_and_loses_no_letter(text: str, width: float) -> None:
    lines = theme.line(text, theme.BODY, width)

    assert all(theme.width_of(words, theme.BODY) <= width for words in lines)
    assert "".join(lines).replace(" ", "") == theme.clean(text).replace(" ", "")


def test_a_column_narrower_than_a_letter_still_loses_nothing() -> None:
    assert theme.line("Ước", theme.TOTAL, 0.1) == ("Ư", "ớ", "c")


def test_words_are_kept_whole_where_they_fit() -> None:
    assert theme.line("Nguyễn Thị Minh Khai", theme.BODY, 25) == ("Nguyễn Thị Minh", "Khai")


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        (normalize("NFD", "Nguyễn Thị Ước"), "Nguyễn Thị Ước"),
        ("  hai \t\r\n dòng\u00a0chữ ", "hai dòng chữ"),
        ("ẩn\u200b\u202egiấu\x00", "ẩngiấu"),
        ("", ""),
    ],
)
def test_text_is_printed_composed_and_on_one_line(raw: str, printed: str) -> None:
    assert theme.clean(raw) == printed


def test_a_moment_is_printed_in_local_time_with_its_offset() -> None:
    at = datetime(2026, 12, 31, 17, 0, 5, tzinfo=UTC)

    assert theme.moment(at) == "01/01/2027 00:00:05 +07:00"
    assert theme.moment(at, seconds=False) == "01/01/2027 00:00"


def test_amounts_of_money_carry_the_sign_of_the_dong() -> None:
    assert theme.dong(1_234_567) == "1.234.567 ₫"


@pytest.mark.parametrize(
    ("length", "dots"), [(0.0, 0), (0.124, 1), (0.125, 1), (0.126, 2), (80.0, 640), (0.375, 3)]
)
def test_lengths_end_on_whole_printer_dots(length: float, dots: int) -> None:
    assert theme.on_dots(length) == dots * theme.DOT_MM


def test_a_scaled_style_keeps_its_proportions() -> None:
    style = theme.Style("TemBold", 5.0)

    assert style.scaled(0.5) == replace(style, size=2.5)
    assert style.scaled(0.5).baseline == pytest.approx(style.baseline / 2)
