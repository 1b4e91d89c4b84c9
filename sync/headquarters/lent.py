"""The list of lent ranges kept beside the database, where a restore does not reach it.

A database put back from a copy looks whole in itself. Only this list knows what was lent since.
One line for each range, added after the commit that lent it and before anybody hears of it: the
list may lag behind the database, never run ahead of it.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.domain.leases import Lease, LeaseKind
from app.errors import EnvironmentFault

_TAIL = 512
"""Bytes in which the last line surely stands."""


@dataclass(eq=False)
class LentUnwritable(EnvironmentFault):
    """The disk does not take the line: nobody may hear of the range."""

    code: ClassVar[str] = "headquarters.lent_unwritable"
    path: str


@dataclass(frozen=True, slots=True)
class LentLine:
    """The last number of a range, and to whom it was lent."""

    kind: LeaseKind
    prefix: str
    hi: int
    terminal: int
    epoch: int


@dataclass(frozen=True, slots=True)
class Lent:
    """``path`` None: nothing is kept, and only people can say that a copy was put back."""

    path: Path | None = None

    @property
    def missing(self) -> bool:
        """Kept here, and gone."""
        return self.path is not None and not self.path.exists()

    def note(self, terminal: int, epoch: int, leases: Iterable[Lease]) -> None:
        """Durable when this returns. Raises LentUnwritable."""
        lines = "".join(
            f"{each.kind.value} {each.prefix} {each.hi} {terminal} {epoch}\n" for each in leases
        )
        if lines:
            self._add(lines)

    def begin(self) -> None:
        """An empty list where there is none. Raises LentUnwritable."""
        self._add("")

    def _add(self, lines: str) -> None:
        if self.path is None:
            return
        try:
            descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(descriptor, lines.encode("ascii"))
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise LentUnwritable(path=str(self.path)) from error

    def last(self) -> LentLine | None:
        """The newest line; None when there is none that can be read."""
        if self.path is None or not self.path.exists():
            return None
        with self.path.open("rb") as file:
            file.seek(max(0, self.path.stat().st_size - _TAIL))
            return next(_read(reversed(file.read().splitlines())), None)

    def all(self) -> Iterator[LentLine]:
        """Every line that can be read, oldest first: a power cut may have spoilt the last one."""
        if self.path is None or not self.path.exists():
            return
        with self.path.open("rb") as file:
            yield from _read(file)


def _read(lines: Iterable[bytes]) -> Iterator[LentLine]:
    for line in lines:
        words = line.decode("ascii", errors="replace").split()
        if len(words) != 5 or not all(word.isdecimal() for word in words[2:]):
            continue
        kind, prefix, *numbers = words
        if kind in set(LeaseKind):
            yield LentLine(LeaseKind(kind), prefix, *map(int, numbers))
