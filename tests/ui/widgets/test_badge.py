from tests.fakes.hands import Show
from ui.style.tokens import Tone
from ui.widgets.badge import Badge


def test_a_sign_says_what_the_colour_says(show: Show) -> None:
    badge = Badge("Hạng A", Tone.GOOD, sign="▲")
    show(badge)

    assert badge.text() == "▲ Hạng A"


def test_without_words_there_is_no_badge(show: Show) -> None:
    badge = Badge("đã in", Tone.GOOD, sign="✓")
    show(badge)

    badge.say("", Tone.PLAIN)

    assert badge.isHidden()
