"""One screen and one sample counter for all end-to-end tests; a fresh copy of it for each."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, open_program, tem
from tests.e2e.screen import Screen, open_screen

OpenCounter = Callable[..., Program]


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    with open_screen() as opened:
        yield opened


@pytest.fixture(scope="session")
def keyboard(screen: Screen) -> Iterator[Keyboard]:
    """Made before any window opens: windows learn the keys when they do."""
    attached = Keyboard(screen.name)
    yield attached
    attached.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home that ``tem demo`` makes."""
    home = tmp_path_factory.mktemp("sample") / "home"
    done = tem(home, "demo", "--no-window")
    assert done.exit == 0, done.err
    return home


@pytest.fixture
def home(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample, tmp_path / "home"))


@pytest.fixture
def start(screen: Screen, keyboard: Keyboard, tmp_path: Path) -> Iterator[OpenCounter]:
    """``start(home)`` opens the counter's window; ``before`` are words in front of the command."""
    with ExitStack() as open_ones:
        opened: list[Program] = []

        def start(home: Path, *before: str) -> Program:
            command = [*before, sys.executable, "-m", "app", "--home", str(home), "counter"]
            name = f"counter{len(opened)}"
            program = open_ones.enter_context(open_program(command, screen, tmp_path, name))
            opened.append(program)
            return program

        yield start
