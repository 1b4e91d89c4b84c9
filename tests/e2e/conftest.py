"""One screen and one sample counter for all end-to-end tests; a fresh copy of it for each."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.e2e.clerk import Clerk
from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program, open_program, tem
from tests.e2e.screen import Screen, open_screen

OpenCounter = Callable[..., Clerk]
TakePicture = Callable[[str], None]


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
def counter(screen: Screen, keyboard: Keyboard, tmp_path: Path) -> Iterator[OpenCounter]:
    with counters(screen, keyboard, tmp_path) as open_counter:
        yield open_counter


@contextmanager
def counters(screen: Screen, keyboard: Keyboard, folder: Path) -> Iterator[OpenCounter]:
    """``counter(home)`` opens the window and puts a clerk before it; all close at the end.

    Further words stand in front of the command.
    """
    with ExitStack() as open_ones:
        opened: list[Program] = []

        def start(home: Path, *before: str) -> Clerk:
            command = [*before, sys.executable, "-m", "app", "--home", str(home), "counter"]
            name = f"counter{len(opened)}"
            log = home / "tem.log"
            program = open_ones.enter_context(open_program(command, screen, folder, name, log))
            opened.append(program)
            return Clerk(program, keyboard)

        yield start


@pytest.fixture(scope="session")
def picture(screen: Screen, pictures: Path) -> TakePicture:
    """``picture("name")`` leaves ``pictures/window-name.png``."""

    def take(name: str) -> None:
        screen.picture(pictures / f"window-{name}.png")

    return take
