import pytest

from tests.fakes.hands import Show
from ui.style.tokens import Tone
from ui.widgets.marks import Icon, Mark


def test_every_mark_has_a_shape_of_its_own(show: Show) -> None:
    icons = [Icon(Tone.INFO, mark) for mark in Mark]
    show(*icons)
    pictures = [icon.grab().toImage() for icon in icons]

    assert all(one != two for at, one in enumerate(pictures) for two in pictures[:at])


@pytest.mark.parametrize("tone", [Tone.GOOD, Tone.WARN, Tone.BAD])
def test_tones_differ_in_shape_and_not_only_in_colour(show: Show, tone: Tone) -> None:
    icon, plain = Icon(tone), Icon(tone, Mark.DISC)
    show(icon, plain)

    assert icon.grab().toImage() != plain.grab().toImage()


def test_a_changed_tone_is_painted(show: Show) -> None:
    icon = Icon(Tone.GOOD)
    show(icon)
    before = icon.grab().toImage()

    icon.set_tone(Tone.BAD)

    assert icon.grab().toImage() != before
