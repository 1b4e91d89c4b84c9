"""A file being taken in: its rows, those left out, what is booked already; Qt-free."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.bulk import CHUNK, CheckedRow, Sheet
from app.services.bulk.booking import chunks_of


@dataclass(frozen=True, slots=True)
class Work:
    """``skipped`` are lines that the clerk leaves out; ``booked`` maps chunks to receipts."""

    sheet: Sheet
    rows: tuple[CheckedRow, ...] = ()
    skipped: frozenset[int] = frozenset()
    booked: dict[int, str] = field(default_factory=dict)

    @property
    def is_checked(self) -> bool:
        """Every row was looked at."""
        return len(self.rows) == len(self.sheet.rows)

    @property
    def chunks(self) -> int:
        """How many receipts the whole file comes to."""
        return -(-len(self.sheet.rows) // CHUNK)

    def open_rows(self) -> tuple[CheckedRow, ...]:
        """Rows of chunks that are not booked yet, but for those left out."""
        return tuple(row for _, rows in self._open() for row in rows)

    def bad(self) -> tuple[CheckedRow, ...]:
        """Rows that must be mended or left out."""
        return tuple(row for row in self.open_rows() if not row.is_good)

    def left_out(self) -> tuple[CheckedRow, ...]:
        """Rows that are not taken in as they stand: left out by hand, or with faults."""
        bad = {row.line for row in self.bad()}
        return tuple(row for row in self.rows if row.line in self.skipped or row.line in bad)

    def next_chunk(self) -> tuple[int, tuple[CheckedRow, ...]] | None:
        """What is booked next; None when all is."""
        return next(iter(self._open()), None)

    @property
    def due_vnd(self) -> int:
        """What is still to be paid at the counter."""
        return sum(row.due_vnd for row in self.open_rows())

    def is_booked(self, row: CheckedRow) -> bool:
        """Whether the chunk of the row is in the books."""
        place = next((at for at, each in enumerate(self.rows) if each.line == row.line), 0)
        return place // CHUNK in self.booked

    def with_rows(self, rows: Iterable[CheckedRow]) -> "Work":
        """More rows were looked at."""
        return replace(self, rows=(*self.rows, *rows))

    def with_row(self, row: CheckedRow) -> "Work":
        """One row was mended."""
        rows = tuple(row if each.line == row.line else each for each in self.rows)
        return replace(self, rows=rows)

    def toggled(self, line: int) -> "Work":
        """A row is left out, or taken back."""
        return replace(self, skipped=self.skipped ^ {line})

    def with_receipt(self, chunk: int, receipt: str) -> "Work":
        """One more chunk is in the books."""
        return replace(self, booked={**self.booked, chunk: receipt})

    def _open(self) -> list[tuple[int, tuple[CheckedRow, ...]]]:
        return [
            (number, taken)
            for number, rows in enumerate(chunks_of(self.rows))
            if number not in self.booked
            and (taken := tuple(row for row in rows if row.line not in self.skipped))
        ]
