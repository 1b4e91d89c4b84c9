import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import open_program
from tests.e2e.screen import SIZE, Screen, is_still
from tests.e2e.waiting import NeverCame, until


def test_a_window_fills_the_screen_and_is_in_its_picture(
    screen: Screen, keyboard: Keyboard, tmp_path: Path
) -> None:
    command = (sys.executable, "-m", "tests.e2e.bare_window")
    with open_program(command, screen, tmp_path, "bare") as program:
        seen = program.until(lambda seen: seen.active and seen.size == SIZE, "the whole screen")
        picture = screen.picture(tmp_path / "bare.png")

        assert seen.title == "bare"
        assert len(screen.windows("bare")) == 1

    assert picture.size == SIZE
    assert picture.getextrema() != ((0, 0), (0, 0), (0, 0))


def test_only_a_cursor_may_move_in_a_quiet_picture() -> None:
    empty = Image.new("RGB", SIZE)
    caret, word = empty.copy(), empty.copy()
    ImageDraw.Draw(caret).line((100, 100, 100, 120), fill="white")
    ImageDraw.Draw(word).line((100, 100, 140, 100), fill="white")

    assert is_still(empty, caret)
    assert not is_still(empty, word)


def test_waiting_in_vain_says_for_what_and_what_was_there() -> None:
    with pytest.raises(NeverCame, match=r"the moon did not come .* instead: clouds"):
        until(lambda: None, "the moon", 0.05, instead=lambda: "clouds")
