"""A serial port that can be pulled out and plugged in again under the same name."""

import os
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Plug:
    """``name`` is the port. What is sent while nothing is plugged in is lost."""

    def __init__(self, name: Path) -> None:
        self.name = str(name)
        self._path = name
        self._ours: int | None = None
        self._theirs: int | None = None

    def plug_in(self) -> None:
        """The system finds the scanner."""
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self._path.symlink_to(os.ttyname(self._theirs))

    def pull_out(self) -> None:
        """Whoever reads finds the port gone."""
        self._path.unlink()
        for handle in (self._theirs, self._ours):
            if handle is not None:
                os.close(handle)
        self._ours = self._theirs = None

    def send(self, data: bytes) -> None:
        """The scanner sends."""
        if self._ours is not None:
            os.write(self._ours, data)

    @property
    def is_in(self) -> bool:
        """Whether the system has it."""
        return self._ours is not None


@contextmanager
def a_plug(folder: Path, *, plugged_in: bool = True) -> Iterator[Plug]:
    """Pulled out in the end."""
    plug = Plug(folder / "ttyScanner")
    if plugged_in:
        plug.plug_in()
    try:
        yield plug
    finally:
        if plug.is_in:
            plug.pull_out()
