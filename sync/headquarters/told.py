"""How far the feed was told, kept beside the database, where a restore does not reach it.

What counters pushed they can prove by their receipts, and a copy put back is found out. Rows that
only headquarters' people made (a publication, a merge) nobody has a receipt for: their positions
would be given to other rows, and whoever has read them would pass over what then stands there. So
after each commit that told of such rows the position is noted here: it may lag behind the
database, never run ahead of it.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import sqlalchemy as sa

from app.errors import EnvironmentFault
from app.turn import Turn

_WIDTH = 21
"""Bytes of a note: one length for all, so that each is written over the last in one piece."""

_KEY = "told"


@dataclass(eq=False)
class ToldUnwritable(EnvironmentFault):
    """The disk does not take the note; what was done stands in the database."""

    code: ClassVar[str] = "headquarters.told_unwritable"
    path: str


@dataclass(frozen=True, slots=True)
class Told:
    """``path`` None: nothing is kept, and only people can say that a copy was put back."""

    path: Path | None = None

    def position(self) -> int:
        """The highest that was noted; 0 when none was, or none that can be read."""
        if self.path is None:
            return 0
        try:
            return _read(self.path.read_bytes())
        except FileNotFoundError:
            return 0

    def note(self, position: int, *, anew: bool = False) -> None:
        """Durable when this returns; ``anew``: also where it was further. Raises ToldUnwritable."""
        if self.path is None:
            return
        try:
            with Turn(self.path), self.path.open("rb+", buffering=0) as file:
                if anew or position > _read(file.read()):
                    file.seek(0)
                    file.write(b"%020d\n" % position)
                    file.truncate(_WIDTH)
                    os.fsync(file.fileno())
        except OSError as error:
            raise ToldUnwritable(path=str(self.path)) from error


@dataclass(frozen=True, slots=True)
class Telling:
    """What a transaction tells, once it is committed."""

    position: int
    anew: bool = False


def tells(connection: sa.Connection, position: int, *, anew: bool = False) -> None:
    """This transaction gives out positions up to here, or begins to count them anew."""
    before: Telling = connection.info.get(_KEY, Telling(0))
    connection.info[_KEY] = Telling(max(before.position, position), anew or before.anew)


def told_by(connection: sa.Connection) -> Telling | None:
    """What ``tells`` said since this was last asked."""
    found: Telling | None = connection.info.pop(_KEY, None)
    return found


def _read(note: bytes) -> int:
    return int(note) if len(note) == _WIDTH and note.strip().isdigit() else 0
