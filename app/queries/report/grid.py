"""Adding up by row and column, with the place of every entry that was added."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.daily_report import Figure, ReportRow, Section, Unit, Words, words


@dataclass(slots=True)
class _Sum:
    amount: int = 0
    places: list[int] = field(default_factory=list)

    def add(self, place: int | None, amount: int) -> None:
        self.amount += amount
        if place is not None and (not self.places or self.places[-1] != place):
            self.places.append(place)


class Grid:
    """One table in the making. ``columns`` are their codes with their units, in order."""

    def __init__(self, code: str, columns: Mapping[str, Unit]) -> None:
        self._code = code
        self._columns = dict(columns)
        self._rows: dict[str, dict[str, _Sum]] = {}

    def put(self, row: str, column: str, place: int | None, amount: int = 1) -> None:
        """Add ``amount`` of the entry at ``place``; None for what no entry of the day says."""
        sums = self._rows.setdefault(row, {})
        if column not in sums:
            sums[column] = _Sum()
        sums[column].add(place, amount)

    def rows(self) -> list[str]:
        """The codes of the rows so far, as they came."""
        return list(self._rows)

    def amount(self, row: str, column: str) -> int:
        """What stands there now."""
        found = self._rows.get(row, {}).get(column)
        return found.amount if found else 0

    def figure(self, row: str, column: str) -> Figure:
        """What stands there, with its entries."""
        found = self._rows.get(row, {}).get(column)
        unit = self._columns[column]
        return Figure(found.amount, unit, tuple(found.places)) if found else Figure(0, unit)

    def total(self, column: str) -> Figure:
        """All rows of one column; an entry that stands in several is named once."""
        sums = [sums[column] for sums in self._rows.values() if column in sums]
        places: Iterable[int] = sums[0].places if len(sums) == 1 else _merged(sums)
        return Figure(sum(each.amount for each in sums), self._columns[column], tuple(places))

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


def _merged(sums: Iterable[_Sum]) -> list[int]:
    return sorted({place for each in sums for place in each.places})
