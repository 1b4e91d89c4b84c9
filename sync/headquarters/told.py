"""How far feed and log went, kept beside the database, where a restore does not reach it.

What counters pushed they can prove by their receipts, and a copy put back is found out. What only
headquarters' people did (a publication, a merge, a revocation) nobody has a receipt for: the
positions of its rows would be given to others, whoever has read them would pass over what then
stands there, and nobody would know that it has to be done again. So after each commit that told or
did such things the last position and the last line of the log are noted here: the note may lag
behind the database, never run ahead of it.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import sqlalchemy as sa

from app.errors import EnvironmentFault
from app.turn import Turn

_NOTE = re.compile(rb"(\d{20}) (\d{20})\n")
"""One length for all notes, so that each is written over the last in one piece."""

_KEY = "told"


@dataclass(eq=False)
class ToldUnwritable(EnvironmentFault):
    """The disk does not take the note; what was done stands in the database."""

    code: ClassVar[str] = "headquarters.told_unwritable"
    path: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The last position of the feed and the last line of the log."""

    feed: int = 0
    log: int = 0

    def __or__(self, other: "Mark") -> "Mark":
        """The further of both."""
        return Mark(max(self.feed, other.feed), max(self.log, other.log))


@dataclass(frozen=True, slots=True)
class Told:
    """``path`` None: nothing is kept, and only people can say that a copy was put back."""

    path: Path | None = None

    def last(self) -> Mark:
        """The furthest that was noted; nothing when nothing was, or nothing that can be read."""
        if self.path is None:
            return Mark()
        try:
            return _read(self.path.read_bytes())
        except FileNotFoundError:
            return Mark()

    def note(self, mark: Mark, *, anew: bool = False) -> None:
        """Durable when this returns; ``anew``: also where it was further. Raises ToldUnwritable."""
        if self.path is None:
            return
        try:
            with Turn(self.path), self.path.open("rb+", buffering=0) as file:
                before = _read(file.read())
                wanted = mark if anew else before | mark
                if wanted != before:
                    file.seek(0)
                    file.truncate(file.write(b"%020d %020d\n" % (wanted.feed, wanted.log)))
                    os.fsync(file.fileno())
        except OSError as error:
            raise ToldUnwritable(path=str(self.path)) from error


@dataclass(frozen=True, slots=True)
class Telling:
    """What a transaction tells once it is committed; ``anew``: what was noted before is past."""

    mark: Mark
    anew: bool = False


def tells(connection: sa.Connection, mark: Mark, *, anew: bool = False) -> None:
    """This transaction goes so far."""
    before: Telling = connection.info.get(_KEY, Telling(Mark()))
    connection.info[_KEY] = Telling(before.mark | mark, anew or before.anew)


def told_by(connection: sa.Connection) -> Telling | None:
    """What ``tells`` said since this was last asked."""
    found: Telling | None = connection.info.pop(_KEY, None)
    return found


def _read(note: bytes) -> Mark:
    found = _NOTE.fullmatch(note)
    return Mark() if found is None else Mark(*map(int, found.groups()))
