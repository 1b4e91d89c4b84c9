import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.keyboard import LETTERS, Keyboard
from tests.e2e.program import Program, open_program
from tests.e2e.screen import Screen


@pytest.fixture
def window(screen: Screen, keyboard: Keyboard, tmp_path: Path) -> Iterator[Program]:
    command = (sys.executable, "-m", "tests.e2e.bare_window")
    with open_program(command, screen, tmp_path, "bare") as program:
        program.until(lambda seen: seen.active and seen.focus == "entry", "the focus")
        yield program


def test_every_vietnamese_letter_arrives_small_and_capital(
    window: Program, keyboard: Keyboard
) -> None:
    alphabet = "".join(LETTERS)
    wanted = alphabet + alphabet.upper()

    keyboard.scan(wanted)

    window.until(lambda seen: len(seen.fields["entry"]) == len(wanted), "all the letters")
    seen = window.look()
    assert seen is not None
    assert seen.fields["entry"] == wanted


def test_ascii_arrives_whole_at_the_speed_of_a_scanner(window: Program, keyboard: Keyboard) -> None:
    wanted = "001090000001|012345678|/<>?:;!@#$%^&*()-_=+[]{}'\"~`\\.,aZ09"

    keyboard.scan(wanted)

    window.until(lambda seen: seen.fields["entry"] == wanted, wanted)


def test_a_hand_counts_its_keys(window: Program, keyboard: Keyboard) -> None:
    with keyboard.counting() as counted:
        keyboard.write("Ánh")
        keyboard.press("Home", "Shift+End", "Backspace")

    window.until(lambda seen: seen.fields["entry"] == "", "an empty entry")
    assert counted == [6]
