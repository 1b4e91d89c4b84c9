"""The cash drawer: notes and how they are counted, why cash moves, what a shift shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from app.domain import accounts
from app.errors import UserError

NOTES_VND = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000)
"""Every note that a drawer is counted by; what is smaller counts as loose change."""

MOST_PIECES = 20_000
"""More notes of one kind than any drawer holds: digits too many."""

LARGEST_CASH_VND = 10_000_000_000


class Opening(StrEnum):
    """How a shift began."""

    COUNTED = "counted"
    HANDED_OVER = "handed_over"
    AUTOMATIC = "automatic"


class Movement(StrEnum):
    """Why the drawer was opened without a sale."""

    PAID_IN = "paid_in"
    PAID_OUT = "paid_out"
    NO_SALE = "no_sale"


class Purpose(StrEnum):
    """Where paid-in cash comes from, or paid-out cash goes to."""

    TREASURY = "treasury"
    DIFFERENCE = "difference"
    OTHER = "other"


ACCOUNT_OF: Mapping[Purpose, str] = {
    Purpose.TREASURY: accounts.TREASURY,
    Purpose.DIFFERENCE: accounts.CASH_DIFFERENCE,
    Purpose.OTHER: accounts.CASH_OTHER,
}


@dataclass(eq=False)
class CountNegative(UserError):
    """Fewer than no notes."""

    code: ClassVar[str] = "drawer.count_negative"
    field: ClassVar[str] = "count"
    value_vnd: int


@dataclass(eq=False)
class CountAbsurd(UserError):
    """More than a drawer holds."""

    code: ClassVar[str] = "drawer.count_absurd"
    field: ClassVar[str] = "count"
    value_vnd: int


@dataclass(eq=False)
class NoteUnknown(UserError):
    """No such note is counted."""

    code: ClassVar[str] = "drawer.note_unknown"
    field: ClassVar[str] = "count"
    value_vnd: int


@dataclass(eq=False)
class AmountImpossible(UserError):
    """Nothing, less than nothing, or more than any drawer holds."""

    code: ClassVar[str] = "drawer.amount_impossible"
    field: ClassVar[str] = "amount"
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class Count:
    """What lies in a drawer: pieces by denomination, and ``loose_vnd`` beside them.

    Who counted only the sum gives it as ``loose_vnd`` and no notes.
    """

    notes: Mapping[int, int] = field(default_factory=dict)
    loose_vnd: int = 0

    @property
    def total_vnd(self) -> int:
        return self.loose_vnd + sum(value * pieces for value, pieces in self.notes.items())

    @property
    def in_order(self) -> tuple[tuple[int, int], ...]:
        """Denominations that lie there, largest first."""
        return tuple((value, self.notes[value]) for value in NOTES_VND if self.notes.get(value))


def check_count(count: Count) -> None:
    """Raises NoteUnknown, CountNegative, CountAbsurd."""
    for value, pieces in count.notes.items():
        if value not in NOTES_VND:
            raise NoteUnknown(value_vnd=value)
        if pieces < 0:
            raise CountNegative(value_vnd=value)
        if pieces > MOST_PIECES:
            raise CountAbsurd(value_vnd=value)
    if count.loose_vnd < 0:
        raise CountNegative(value_vnd=1)
    if count.total_vnd > LARGEST_CASH_VND:
        raise CountAbsurd(value_vnd=1)


def check_amount(amount_vnd: int) -> None:
    """An amount that is put in or taken out. Raises AmountImpossible."""
    if not 0 < amount_vnd <= LARGEST_CASH_VND:
        raise AmountImpossible(amount_vnd=amount_vnd)
