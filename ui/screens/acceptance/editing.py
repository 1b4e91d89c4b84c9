"""Items go into the basket and come out again, freely until they are paid for; Qt-free."""

from typing import Protocol

from app.domain.reference.catalogue import Catalogue
from app.messages import text
from ui.screens.acceptance.basket import Basket, Priced
from ui.screens.acceptance.entered import ItemEntry, missing
from ui.screens.acceptance.item_presenter import ItemPresenter
from ui.screens.acceptance.rows import Row, laid_in, on_form


class FormColumn(Protocol):
    """Where the focus may be sent."""

    def go_to(self, name: str) -> None: ...


class MoneyColumn(Protocol):
    """Where the focus may be sent."""

    def go_to_tendered(self) -> None: ...


class BasketEditor:
    """The basket and the item on the form beside it, which counts as its last line."""

    def __init__(
        self, form: FormColumn, money: MoneyColumn, item: ItemPresenter, command_id: bytes
    ) -> None:
        self._form = form
        self._money = money
        self._item = item
        self._catalogue: Catalogue | None = None
        self.basket = Basket(command_id)

    def begin(self, catalogue: Catalogue) -> None:
        """An empty basket and a blank form for the first service offered."""
        self._catalogue = catalogue
        first = catalogue.services[0].code if catalogue.services else ""
        self._item.begin(ItemEntry(service=first), catalogue)

    def add(self) -> None:
        """Lay the item into the basket, or go where it still lacks something."""
        item = self._item.priced()
        if item is None:
            self.go_to_gap()
        else:
            self.basket.add(item)
            self._clear()

    def remove(self, index: int) -> None:
        """Take a line out. An item goes back onto the form when that is free."""
        if index < len(self.basket.items):
            self._put_back(self.basket.remove(index).entry)
        else:
            self._clear()

    def undo(self) -> None:
        """Take back the last step; an item comes back onto the form only when that is free."""
        if self.basket.added_last and not self._item.entry.is_blank():
            return
        taken = self.basket.undo()
        if taken is not None:
            self._put_back(taken.entry)

    def items(self) -> tuple[Priced, ...]:
        """All that is to be booked: the basket, and the item on the form when it is complete."""
        current = self._item.priced()
        return (*self.basket.items, *([current] if current else []))

    def rows(self) -> tuple[Row, ...]:
        """The basket as it reads."""
        if self._catalogue is None:
            return ()
        rows = [laid_in(item, self._catalogue) for item in self.basket.items]
        if not self._item.entry.is_blank():
            rows.append(on_form(self._item.entry, self._item.price.quote, self._catalogue))
        return tuple(rows)

    def lacking(self) -> str:
        """The first thing that keeps the basket from being paid, in words."""
        if self._catalogue is None:
            return text("ui.acceptance.opening")
        if self._item.entry.is_blank():
            return "" if self.basket.items else text("ui.acceptance.empty")
        gap = next(iter(self._item.gaps()), "")
        if not gap:
            return ""
        if gap == "price":
            return text("ui.acceptance.no_price")
        what = text(f"ui.acceptance.field.{gap}")
        if gap in missing(self._item.entry, self._catalogue):
            return text("ui.acceptance.lacks", what=what)
        return text("ui.acceptance.wrong", what=what)

    def go_to_gap(self) -> None:
        """To the first thing missing: on the form, or the money."""
        gap = next(iter(self._item.gaps()), "")
        if not gap or (self._item.entry.is_blank() and self.basket.items):
            self._money.go_to_tendered()
        elif gap == "checked":
            self._item.open_checks()
        else:
            self._form.go_to("weight" if gap == "price" else gap)

    def _clear(self) -> None:
        if self._catalogue is not None:
            self._item.begin(ItemEntry(service=self._item.entry.service), self._catalogue)
            self._form.go_to("service")

    def _put_back(self, entry: ItemEntry) -> None:
        if self._catalogue is not None and self._item.entry.is_blank():
            self._item.begin(entry, self._catalogue)
