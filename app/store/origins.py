"""How rows that headquarters sends name entries, and how the same entries are named here.

Headquarters names an entry by its *place*: the writer's own number × 2^40 + sequence, unique among
all writers. A counter names its own entries by their sequence, which is always smaller than a
place, and those of others by their place: so no two ever share a number.
"""

from collections.abc import Iterable

import msgspec

from app.domain.daily_report import PLACE_BITS

FIRST_FOREIGN = 1 << PLACE_BITS
"""Whatever is named by less, at a counter, is its own."""

_SEQUENCE = FIRST_FOREIGN - 1


class Origin(msgspec.Struct, frozen=True, array_like=True):
    """Which terminal and epoch a writer's number at headquarters belongs to."""

    number: int
    terminal: int
    epoch: int


def place_of(writer_number: int, seq: int) -> int:
    """The one number by which headquarters names an entry."""
    return writer_number << PLACE_BITS | seq


def writer_number_of(place: int) -> int:
    """Whose entry it is."""
    return place >> PLACE_BITS


def own_number(origins: Iterable[Origin], terminal: int, epoch: int) -> int:
    """The number of this writer among ``origins``; 0, which no writer has, when it is not there."""
    mine = (each.number for each in origins if (each.terminal, each.epoch) == (terminal, epoch))
    return next(mine, 0)


def seq_here(place: int, own: int) -> int:
    """How the counter whose writer's number is ``own`` names the entry."""
    return place & _SEQUENCE if own and writer_number_of(place) == own else place


def is_foreign(seq: int) -> bool:
    """Whether an entry named so at a counter is another writer's."""
    return seq >= FIRST_FOREIGN
