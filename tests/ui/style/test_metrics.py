import pytest
from PySide6.QtWidgets import QApplication

from ui.style.metrics import px
from ui.style.theme import apply
from ui.style.tokens import Theme


def test_lengths_are_their_own_at_a_hundred_per_cent(dressed: QApplication) -> None:
    assert px(16) == 16


def test_lengths_follow_the_text_scale(dressed: QApplication) -> None:
    apply(dressed, Theme.LIGHT, 150)

    assert px(16) == 24


@pytest.mark.parametrize(("asked", "given"), [(50, 16), (100, 16), (200, 32), (900, 32)])
def test_the_scale_is_held_between_one_and_two(
    dressed: QApplication, asked: int, given: int
) -> None:
    apply(dressed, Theme.LIGHT, asked)

    assert px(16) == given


def test_nothing_becomes_invisible(dressed: QApplication) -> None:
    assert px(0.1) == 1
