"""Typed cells of a reference file's rows, with every problem collected on the way."""

import re
from collections.abc import Callable, Collection, Hashable, Iterator
from datetime import date
from typing import Final, TypeVar

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row, day_of, shown
from app.domain.reference.problems import ReferenceProblem, ReferenceProblems

_T = TypeVar("_T")

_NUMBER = re.compile(r"-?[0-9]+")
_MOST_DIGITS = 15
LARGEST: Final = 10**12
CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")
RULE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


class RowChecker:
    """Reads cells and remembers what is wrong with them; ``close`` raises all of it.

    A cell that cannot be read gives a harmless stand-in, and its line counts as faulty: checks
    between rows leave faulty lines out, so that one slip is not told three times.
    """

    def __init__(self, file: ReferenceFile, columns: tuple[str, ...]) -> None:
        self.file = file
        self._problems: list[ReferenceProblem] = []
        self._faulty: set[int] = set()
        self._seen: dict[tuple[str, Hashable], int] = {}
        for column in file.columns:
            if column not in columns:
                self.report(wrong.ColumnUnknown, file.columns_line, shown(column))
        for column in columns:
            if column not in file.columns:
                self.report(wrong.ColumnMissing, file.columns_line, column)
                self.close()

    def each(self, read: "Callable[[RowChecker, Row], _T]") -> list[tuple[int, _T]]:
        """What ``read`` makes of each row, with the row's line."""
        return [(row.line, read(self, row)) for row in self.file.rows]

    def sound(self, lines: Collection[int]) -> bool:
        """Whether no problem was found on these lines."""
        return self._faulty.isdisjoint(lines)

    def text(self, row: Row, column: str) -> str:
        cell = row.cells[column]
        if not cell:
            self.report(wrong.CellEmpty, row.line, column)
        return cell

    def shaped(self, row: Row, column: str, shape: re.Pattern[str], example: str) -> str:
        cell = self.text(row, column)
        if cell and not shape.fullmatch(cell):
            self.report(wrong.WrongShape, row.line, column, cell, example)
        return cell

    def choice(self, row: Row, column: str, known: Collection[str]) -> str:
        cell = self.text(row, column)
        if cell and cell not in known:
            self.report(wrong.UnknownCode, row.line, column, cell, ", ".join(known))
        return cell

    def words(self, row: Row, column: str) -> tuple[str, ...]:
        """The entries of a list cell, each once."""
        found = tuple(row.cells[column].split())
        for word in {each for each in found if found.count(each) > 1}:
            self.report(wrong.Duplicate, row.line, column, word, str(row.line))
        return found

    def number(self, row: Row, column: str, least: int = 0, most: int = LARGEST) -> int:
        cell = self.text(row, column)
        if not cell:
            return least
        if not _NUMBER.fullmatch(cell):
            self.report(wrong.NotAnInteger, row.line, column, cell)
            return least
        if len(cell) > _MOST_DIGITS or int(cell) > most:
            self.report(wrong.NumberTooLarge, row.line, column, cell, str(most))
            return least
        value = int(cell)
        if value < 0:
            self.report(wrong.NegativeNumber, row.line, column, cell)
        elif value < least:
            self.report(wrong.NumberTooSmall, row.line, column, cell, str(least))
        return max(value, least)

    def day(self, row: Row, column: str) -> date:
        cell = self.text(row, column)
        found = day_of(cell)
        if cell and found is None:
            self.report(wrong.NotADate, row.line, column, cell)
        return found or date.min

    def open_day(self, row: Row, column: str) -> date | None:
        """A date, or None for an empty cell."""
        return self.day(row, column) if row.cells[column] else None

    def empty(self, row: Row, *columns: str) -> None:
        """Report what stands in cells that mean nothing in this row; 0 is nothing too."""
        for column in columns:
            if row.cells[column] not in {"", "0"}:
                self.report(wrong.CellNotEmpty, row.line, column, row.cells[column])

    def once(self, row: Row, column: str, key: Hashable = None) -> None:
        """Report a key (the cell itself unless told) that an earlier row has."""
        entry = (column, row.cells[column] if key is None else key)
        if entry in self._seen:
            self.report(
                wrong.Duplicate, row.line, column, row.cells[column], str(self._seen[entry])
            )
        self._seen.setdefault(entry, row.line)

    def report(
        self,
        problem: type[ReferenceProblem],
        line: int,
        column: str,
        found: str = "",
        expected: str = "",
    ) -> None:
        self._faulty.add(line)
        self._problems.append(problem(self.file.name, line, column, shown(found), expected))

    def close(self) -> None:
        """Raise ReferenceProblems when anything was found."""
        if self._problems:
            raise ReferenceProblems(tuple(sorted(self._problems, key=lambda each: each.line)))


def rule_id(check: RowChecker, row: Row) -> str:
    """The ``id`` of a row: the rule that stands beside a priced line."""
    check.once(row, "id")
    return check.shaped(row, "id", RULE, "V8")


def by_key(
    rows: list[tuple[int, _T]], key: Callable[[_T], Hashable]
) -> Iterator[list[tuple[int, _T]]]:
    """Rows that share a key, in the order of the file."""
    groups: dict[Hashable, list[tuple[int, _T]]] = {}
    for line, row in rows:
        groups.setdefault(key(row), []).append((line, row))
    yield from groups.values()
