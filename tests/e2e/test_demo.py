import sys
from pathlib import Path

from app.messages import text
from tests.e2e.clerk import CODE, NAME, PIN, Clerk
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import open_program
from tests.e2e.screen import SIZE, Screen


def test_a_demo_makes_a_branch_tells_the_pins_and_opens_its_counter(
    screen: Screen, keyboard: Keyboard, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    command = (sys.executable, "-m", "app", "--home", str(home), "demo")

    with open_program(command, screen, tmp_path, "demo", home / "tem.log") as program:
        opened = Clerk(program, keyboard).sign_in()

    assert text("demo.clerk", clerk=CODE, name=NAME, pin=PIN) in program.terminal
    assert opened.size == SIZE
    assert text("ui.start.title") in opened.text
