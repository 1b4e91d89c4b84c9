"""The items of one customer before they are paid for; Qt-free."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.drafts import ItemEntry
from app.domain.pricing import Quote
from app.services.shipments import ItemDraft


@dataclass(frozen=True, slots=True)
class Priced:
    """An item that lacks nothing: as entered, as it will be booked, and its price."""

    entry: ItemEntry
    draft: ItemDraft
    quote: Quote


@dataclass(frozen=True, slots=True)
class _Added:
    pass


@dataclass(frozen=True, slots=True)
class _Removed:
    index: int
    item: Priced


class Basket:
    """Items may come and go freely until they are paid for: nothing of that is a fact yet.

    ``command_id`` is made when the basket opens: paying twice books once.
    """

    def __init__(self, command_id: bytes) -> None:
        self.command_id = command_id
        self._items: list[Priced] = []
        self._steps: list[_Added | _Removed] = []

    @property
    def items(self) -> tuple[Priced, ...]:
        return tuple(self._items)

    @property
    def added_last(self) -> bool:
        """Whether the step to take back is an addition."""
        return bool(self._steps) and isinstance(self._steps[-1], _Added)

    def restore(self, items: Iterable[Priced]) -> None:
        """What lay in it before; there is no step to take back."""
        self._items = list(items)

    def add(self, item: Priced) -> None:
        """Lay one more item into the basket."""
        self._items.append(item)
        self._steps.append(_Added())

    def remove(self, index: int) -> Priced:
        """Take one out; ``undo`` brings it back."""
        item = self._items.pop(index)
        self._steps.append(_Removed(index, item))
        return item

    def undo(self) -> Priced | None:
        """Take back the last step. The item is returned when that takes it out of the basket."""
        if not self._steps:
            return None
        step = self._steps.pop()
        if isinstance(step, _Removed):
            self._items.insert(step.index, step.item)
            return None
        return self._items.pop()
