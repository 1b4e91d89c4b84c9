"""Many items of one business sender from a file: what a row says and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.drafts import ItemEntry

FIELDS = (
    "name", "phone", "street", "commune", "province", "address", "service", "weight", "size",
    "contents", "declared", "cod", "value_added", "label", "reference",
)  # fmt: skip
"""What a column can hold; ``address`` is a whole line, ``reference`` the sender's own number."""

MOST_ROWS = 2_000
CHUNK = 100
"""Rows that stand on one receipt: they are booked all together, or none of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """``head`` is the word in the file; ``field`` is "" for a column that is passed over."""

    head: str
    field: str


@dataclass(frozen=True, slots=True, repr=False)
class SheetRow:
    """One row of the file by field; ``merged`` names the merged cells that cross it, or ""."""

    line: int
    cells: Mapping[str, str]
    merged: str = ""
    label_seen: int = 0  # the line of an earlier row with the same label


@dataclass(frozen=True, slots=True, repr=False)
class Sheet:
    """A file that was read. ``digest`` is of its bytes: the same file is known again by it."""

    name: str
    digest: bytes
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A sentence for one column; ``field`` as the form of an item calls it, "" for the row."""

    field: str
    column: str
    sentence: str


@dataclass(frozen=True, slots=True, repr=False)
class CheckedRow:
    """A row as it would be booked. ``total_vnd`` is 0 until nothing is wrong with it.

    ``due_vnd`` is what of it is paid at the counter: nothing when the receiver pays.
    """

    line: int
    entry: ItemEntry
    reference: str
    problems: tuple[RowProblem, ...]
    total_vnd: int = 0
    due_vnd: int = 0

    @property
    def is_good(self) -> bool:
        return not self.problems
