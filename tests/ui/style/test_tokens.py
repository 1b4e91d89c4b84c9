from dataclasses import fields

import pytest

from ui.style.tokens import TOKENS, Theme, Tokens, Tone

TEXT = 4.5
AMOUNT = 7.0
CONTROL = 3.0

READ = [
    ("text", "ground"), ("text", "panel"), ("text", "sunken"), ("text", "accent_soft"),
    ("muted", "ground"), ("muted", "panel"), ("muted", "sunken"),
    ("accent_text", "panel"), ("accent_text", "accent_soft"), ("accent_text", "ground"),
    ("on_accent", "accent"), ("on_accent", "accent_strong"),
    ("strip_text", "strip"), ("strip_text", "strip_chip"), ("strip_muted", "strip"),
    ("key_text", "key"), ("on_mark", "mark"), ("on_select", "select_mark"),
    ("on_select", "select"), ("select_muted", "select"),
    ("bad", "panel"), ("good", "panel"), ("warn", "panel"), ("info", "panel"),
]  # fmt: skip
AMOUNTS = [
    *((ink, ground) for ink in ("text",) for ground in (
        "panel", "ground", "sunken", "accent_soft",
        "info_soft", "good_soft", "warn_soft", "bad_soft",
    )),
    ("good", "panel"), ("bad", "panel"), ("warn", "panel"), ("info", "panel"),
    ("on_select", "select"),
]  # fmt: skip
"""Wherever an amount is written: cards, rows, sums, notices, the marked row of a list."""

FOCUSED = [
    ("ring", "panel"), ("ring", "ground"), ("ring", "sunken"), ("ring", "accent_soft"),
    ("accent_text", "panel"), ("select", "panel"), ("select", "ground"),
]  # fmt: skip
"""What shows where the keys go, on whatever it may lie."""

OPERATED = [
    ("outline", "panel"), ("outline", "ground"), ("accent_text", "panel"), ("accent", "panel"),
    ("bad_bar", "panel"), ("strip_mark", "strip_chip"), ("on_accent_off", "accent_off"),
    ("faint", "panel"), ("select", "panel"),
]  # fmt: skip


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _too_weak(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    colours = TOKENS[theme]
    return [
        f"{ink} on {ground}: {ratio:.2f}"
        for ink, ground in pairs
        if (ratio := contrast(getattr(colours, ink), getattr(colours, ground))) < least
    ]


def test_contrast_of_black_and_white_is_twenty_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("theme", Theme)
def test_text_can_be_read(theme: Theme) -> None:
    assert not _too_weak(theme, READ, TEXT)


@pytest.mark.parametrize("theme", Theme)
def test_amounts_stand_out(theme: Theme) -> None:
    assert not _too_weak(theme, AMOUNTS, AMOUNT)


@pytest.mark.parametrize("theme", Theme)
def test_where_the_keys_go_can_be_seen(theme: Theme) -> None:
    assert not _too_weak(theme, FOCUSED, CONTROL)


def test_every_colour_that_words_are_written_in_is_measured() -> None:
    inks = {ink for ink, _ in (*READ, *AMOUNTS, *OPERATED, *FOCUSED)}
    grounds = {ground for _, ground in (*READ, *AMOUNTS, *OPERATED, *FOCUSED)}
    tones = {field for tone in ("info", "good", "warn", "bad")
             for field in (tone, f"{tone}_soft", f"{tone}_bar")}  # fmt: skip

    left = {field.name for field in fields(Tokens)} - inks - grounds - tones
    assert left == {"line", "key_line", "shade"}  # they only decorate


@pytest.mark.parametrize("theme", Theme)
def test_controls_can_be_seen(theme: Theme) -> None:
    assert not _too_weak(theme, OPERATED, CONTROL)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("tone", Tone)
def test_text_and_ground_of_a_tone_agree(theme: Theme, tone: Tone) -> None:
    text, ground, _bar = TOKENS[theme].toned(tone)

    assert contrast(text, ground) >= TEXT
    assert contrast(TOKENS[theme].text, ground) >= TEXT


def test_high_contrast_is_higher_than_light_and_dark() -> None:
    text = {theme: contrast(TOKENS[theme].muted, TOKENS[theme].panel) for theme in Theme}

    assert text[Theme.CONTRAST] > max(text[Theme.LIGHT], text[Theme.DARK])


@pytest.mark.parametrize("theme", Theme)
def test_every_token_is_a_colour(theme: Theme) -> None:
    for field in fields(Tokens):
        value = getattr(TOKENS[theme], field.name)
        assert len(value) == 7
        int(value[1:], 16)
