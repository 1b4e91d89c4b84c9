"""Which of the published versions is valid on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import ClassVar

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems
from app.domain.reference.tariff import parse_tariff
from app.errors import UserError


@dataclass(eq=False)
class NoReference(UserError):
    """No version of this kind is valid on the day."""

    code: ClassVar[str] = "reference.none"
    kind: str
    day: date


class ValidFiles:
    """The files valid on one day, chosen from all that were published."""

    def __init__(self, files: Iterable[ReferenceFile], day: date) -> None:
        """Raises ReferenceProblems when two versions of a kind claim the day."""
        self.day = day
        self._files = tuple(files)
        self._valid = valid_on(self._files, day)

    def on(self, day: date) -> "ValidFiles":
        return self if day == self.day else ValidFiles(self._files, day)

    def all(self, kind: str) -> tuple[ReferenceFile, ...]:
        return self._valid.get(kind, ())

    def one(self, kind: str) -> ReferenceFile:
        """Raises NoReference."""
        if kind not in self._valid:
            raise NoReference(kind=kind, day=self.day)
        return self._valid[kind][0]


def valid_on(files: Iterable[ReferenceFile], day: date) -> Mapping[str, tuple[ReferenceFile, ...]]:
    """The valid files by kind: one of each, of tariffs one for each service.

    Raises ReferenceProblems (VersionsOverlap) when two versions claim the day.
    """
    known = tuple(files)
    successors: dict[str, dict[str, ReferenceFile]] = {}
    for file in known:
        if file.replaces:
            successors.setdefault(file.kind, {})[file.replaces] = file
    valid: dict[str, tuple[ReferenceFile, ...]] = {}
    for file in known:
        last = file.last_day(successors.get(file.kind, {}))
        if file.valid_from <= day and (last is None or day <= last):
            valid[file.kind] = (*valid.get(file.kind, ()), file)
    overlaps = [each for group in valid.values() for each in _overlaps(group)]
    if overlaps:
        raise ReferenceProblems(tuple(overlaps))
    return valid


def _overlaps(group: tuple[ReferenceFile, ...]) -> Iterable[ReferenceProblem]:
    for one, other in combinations(group, 2):
        if one.kind != "tariff" or parse_tariff(one).services & parse_tariff(other).services:
            later, earlier = (one, other) if one.valid_from > other.valid_from else (other, one)
            yield wrong.VersionsOverlap(
                later.name, 1, "valid_from", later.valid_from.isoformat(), earlier.name
            )
