"""A screen of 1366×768 that nobody sees, with a window manager as a desktop has."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image, ImageChops

from tests.e2e.waiting import until
from tests.mortal import mortal

SIZE: Final = (1366, 768)
CARET: Final = (4, 48)
"""The widest and highest difference between two pictures that is only a blinking cursor."""

_OPENBOX = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <desktops><number>1</number></desktops>
  <applications>
    <application class="*"><decor>no</decor></application>
  </applications>
</openbox_config>
"""


@dataclass(frozen=True, slots=True)
class Screen:
    """``name`` is what ``DISPLAY`` must be."""

    name: str

    @property
    def environment(self) -> Mapping[str, str]:
        """The environment of a program that shall open its window here."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def windows(self, title: str) -> tuple[str, ...]:
        """The window ids that a window manager would list under ``title``."""
        done = self._run("xdotool", "search", "--onlyvisible", "--name", title)
        return tuple(done.stdout.decode().split())

    def has_manager(self) -> bool:
        """Whether a window manager answers."""
        return self._run("xdotool", "get_num_desktops").returncode == 0

    def take(self, file: Path) -> Image.Image:
        """The whole screen as it is now."""
        done = self._run("import", "-window", "root", str(file))
        assert done.returncode == 0, done.stderr.decode()
        with Image.open(file) as picture:
            return picture.convert("RGB")

    def picture(self, file: Path) -> Image.Image:
        """The whole screen once nothing on it moves but a cursor."""
        before = [self.take(file)]

        def settled() -> Image.Image | None:
            now = self.take(file)
            still = is_still(before[0], now)
            before[0] = now
            return now if still else None

        return until(settled, f"a quiet screen for {file.name}")

    def _run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command, env=self.environment, capture_output=True, check=False, timeout=600
        )


def is_still(before: Image.Image, now: Image.Image) -> bool:
    """Whether two pictures differ by no more than a cursor."""
    box = ImageChops.difference(before, now).getbbox()
    if box is None:
        return True
    left, top, right, bottom = box
    return right - left <= CARET[0] and bottom - top <= CARET[1]


@contextmanager
def open_screen() -> Iterator[Screen]:
    """Xvfb on a number of its own choice, and openbox on it."""
    with (
        tempfile.TemporaryDirectory(prefix="tem-screen-") as folder,
        _xvfb() as screen,
        _openbox(screen, Path(folder)),
    ):
        yield screen


@contextmanager
def _xvfb() -> Iterator[Screen]:
    told, tell = os.pipe()
    size = f"{SIZE[0]}x{SIZE[1]}x24"
    command = [
        "Xvfb",
        "-displayfd",
        str(tell),
        "-screen",
        "0",
        size,
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    server = subprocess.Popen(mortal(command), pass_fds=(tell,), stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        with os.fdopen(told) as number:
            yield Screen(f":{number.readline().strip()}")
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _openbox(screen: Screen, folder: Path) -> Iterator[None]:
    settings = folder / "openbox.xml"
    settings.write_text(_OPENBOX, encoding="utf-8")
    command = ["openbox", "--sm-disable", "--config-file", str(settings)]
    manager = subprocess.Popen(
        mortal(command),
        env={**screen.environment, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(screen.has_manager, "the window manager")
        yield
    finally:
        manager.terminate()
        manager.wait()
