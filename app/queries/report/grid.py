"""Adding up by row and column, with the place of every entry that was added."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import merge
from itertools import groupby

from app.domain.daily_report import Figure, ReportRow, Section, Unit, Words, words


class _Row:
    """Sums by column, and the places of every set of columns that an entry was put into.

    Most entries go into all columns of a row at once: their places are kept once for all of them.
    """

    def __init__(self) -> None:
        self.amounts: dict[str, int] = {}
        self._places: dict[tuple[str, ...], list[int]] = {}
        self._frozen: dict[tuple[tuple[str, ...], ...], tuple[int, ...]] = {}

    def add(self, place: int | None, amounts: Mapping[str, int]) -> None:
        for column, amount in amounts.items():
            self.amounts[column] = self.amounts.get(column, 0) + amount
        if place is None:
            return
        places = self._places.setdefault(tuple(amounts), [])
        if not places or places[-1] != place:
            places.append(place)

    def places(self, column: str) -> tuple[int, ...]:
        """In order, each once; columns that share them get the very same tuple."""
        wanted = tuple(columns for columns in self._places if column in columns)
        if wanted not in self._frozen:
            self._frozen[wanted] = in_order(self._places[columns] for columns in wanted)
        return self._frozen[wanted]


def in_order(sorted_places: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """All of them in order, each once, in no more room than they need."""
    several = list(sorted_places)
    if len(several) == 1:
        return tuple(several[0])
    return tuple(place for place, _ in groupby(merge(*several)))


class Grid:
    """One table in the making. ``columns`` are their codes with their units, in order."""

    def __init__(self, code: str, columns: Mapping[str, Unit]) -> None:
        self._code = code
        self._columns = dict(columns)
        self._rows: dict[str, _Row] = {}

    def put(self, row: str, column: str, place: int | None, amount: int = 1) -> None:
        """Add ``amount`` of the entry at ``place``; None for what no entry of the day says."""
        self.put_all(row, place, {column: amount})

    def put_all(self, row: str, place: int | None, amounts: Mapping[str, int]) -> None:
        """Add to several columns at once."""
        found = self._rows.get(row)
        if found is None:
            found = self._rows[row] = _Row()
        found.add(place, amounts)

    def rows(self) -> list[str]:
        """The codes of the rows so far, as they came."""
        return list(self._rows)

    def amount(self, row: str, column: str) -> int:
        """What stands there now."""
        found = self._rows.get(row)
        return found.amounts.get(column, 0) if found else 0

    def figure(self, row: str, column: str) -> Figure:
        """What stands there, with its entries."""
        found = self._rows.get(row)
        places = found.places(column) if found else ()
        return Figure(self.amount(row, column), self._columns[column], places)

    def total(self, column: str) -> Figure:
        """All rows of one column; an entry that stands in several is named once."""
        places = [found.places(column) for found in self._rows.values()]
        several = [each for each in places if each]
        whole = several[0] if len(several) == 1 else in_order(several)
        amount = sum(self.amount(row, column) for row in self._rows)
        return Figure(amount, self._columns[column], whole)

    def section(
        self,
        label: Callable[[str], Words],
        order: Iterable[str] = (),
        *,
        totals: bool = True,
        warns: Callable[[str], bool] = lambda _row: False,
    ) -> Section:
        """The table. Rows named in ``order`` come first, whether they have figures or not."""
        first = list(dict.fromkeys(order))
        codes = [*first, *sorted(code for code in self._rows if code not in set(first))]
        rows = tuple(
            ReportRow(
                code,
                label(code),
                tuple(self.figure(code, column) for column in self._columns),
                warns(code),
            )
            for code in codes
        )
        total = None
        if totals and rows:
            sums = tuple(self.total(column) for column in self._columns)
            total = ReportRow("total", words("report.total"), sums)
        note = None if rows else words(f"report.none.{self._code}")
        return Section(self._code, tuple(self._columns), rows, total, note)
