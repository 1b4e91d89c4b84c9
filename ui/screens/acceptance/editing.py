"""Items go into the basket and come out again, freely until they are paid for; Qt-free."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from app.domain.drafts import BasketContent, ItemEntry
from app.domain.reference.catalogue import Catalogue
from app.messages import text
from ui.screens.acceptance.basket import Basket, Priced
from ui.screens.acceptance.entered import missing
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
        self._unpriced: list[ItemEntry] = []
        self.basket = Basket(command_id)

    def begin(self, catalogue: Catalogue, form: ItemEntry | None = None) -> None:
        """A form as it was left, or a blank one for the first service offered."""
        self._catalogue = catalogue
        first = catalogue.services[0].code if catalogue.services else ""
        entry = form or ItemEntry()
        if entry.is_blank() and self._unpriced:
            entry = self._unpriced.pop(0)
        self._item.begin(replace(entry, service=entry.service or first), catalogue)

    def restore(self, items: Iterable[Priced], unpriced: Iterable[ItemEntry]) -> None:
        """What lay in the basket; items that have no price today come onto the form in turn."""
        self.basket.restore(items)
        self._unpriced = list(unpriced)

    def content(self) -> BasketContent:
        """All that was entered, as it is kept."""
        laid_in = (*(item.entry for item in self.basket.items), *self._unpriced)
        return BasketContent(laid_in, self._item.entry)

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
        if self._unpriced:
            return text("ui.acceptance.unpriced")
        if self._item.entry.is_blank():
            return "" if self.basket.items else text("ui.acceptance.empty")
        gap = next(iter(self._item.gaps()), "")
        return _in_words(gap, wanted=gap in missing(self._item.entry, self._catalogue))

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
            blank = ItemEntry(service=self._item.entry.service)
            entry = self._unpriced.pop(0) if self._unpriced else blank
            self._item.begin(entry, self._catalogue)
            self._form.go_to("service")

    def _put_back(self, entry: ItemEntry) -> None:
        if self._catalogue is not None and self._item.entry.is_blank():
            self._item.begin(entry, self._catalogue)


def _in_words(gap: str, *, wanted: bool) -> str:
    """``wanted``: nothing stands there yet."""
    if not gap:
        return ""
    if gap == "price":
        return text("ui.acceptance.no_price")
    what = text(f"ui.acceptance.field.{gap}")
    return text("ui.acceptance.lacks" if wanted else "ui.acceptance.wrong", what=what)
