"""Decides what the form of one item says: its price as it is typed, what it lacks; Qt-free."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from app.domain.drafts import ItemEntry
from app.domain.pricing import Quote
from app.domain.reference.catalogue import Catalogue
from app.errors import UserError
from ui.desk import Desk
from ui.field_problems import FieldProblems, FormView
from ui.place_seeking import PlaceSeeker, PlacesView
from ui.running import Runner
from ui.screens.acceptance.basket import Priced
from ui.screens.acceptance.entered import FIELDS, SPELT, as_written, fitted, missing, read
from ui.screens.acceptance.pricing import LivePrice
from ui.screens.acceptance.receivers import Addressee

_WHERE_TO = ("name", "phone", "street", "commune")


class ItemView(FormView, PlacesView, Protocol):
    """What the form of one item can show."""

    def show_entry(self, entry: ItemEntry) -> None: ...
    def show_weights(self, quote: Quote | None) -> None: ...
    def show_checklist(self, *, opened: bool) -> None: ...


class ItemPresenter:
    """The item being entered. ``on_change`` is called whenever its price or gaps may differ."""

    def __init__(
        self,
        view: ItemView,
        desk: Desk,
        reading: Runner,
        *,
        on_change: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self.places = PlaceSeeker(view, desk, reading, failed)
        self._on_change = on_change
        self._problems = FieldProblems(view, FIELDS, SPELT)
        self._catalogue: Catalogue | None = None
        self.entry = ItemEntry()
        self.price = LivePrice(desk, reading, settled=self._settled, failed=failed)

    def begin(self, entry: ItemEntry, catalogue: Catalogue) -> None:
        """Show ``entry``, blank or taken back out of the basket."""
        self._catalogue = catalogue
        self._problems.show_all({})
        self._take(entry)

    def changed(self, name: str, entry: ItemEntry) -> None:
        """The clerk changed field ``name``."""
        before, self.entry = self.entry, entry
        if name == "service" and self._catalogue is not None:
            kept = entry.label if entry.service == before.service else ""
            self.entry = replace(fitted(entry, self._catalogue), label=kept)
            self._view.show_entry(self.entry)
        self._problems.recheck(self._wrong())
        if _priced_part(before) != _priced_part(self.entry):
            self._ask_price()
        else:
            self._on_change()

    def left(self, name: str) -> None:
        """The clerk went on: what stands in the field now counts, and is written as is usual."""
        self._problems.say(name, self._wrong().get(name))
        written = as_written(self.entry, name)
        if written != self.entry:
            self.entry = written
            self._view.show_entry(written)

    def send_to(self, addressee: Addressee) -> None:
        """The item goes there; the focus to what is still to be typed."""
        self._take(
            replace(
                self.entry,
                name=addressee.name,
                phone=addressee.phone,
                street=addressee.street,
                commune_text="",
                commune=addressee.commune,
            )
        )
        self._view.go_to(next((gap for gap in self.gaps() if gap in _WHERE_TO), "weight"))

    def fill(self, entry: ItemEntry, *, go_on: bool = True) -> None:
        """The item as it was filled elsewhere; the focus to what is still to be typed.

        Without ``go_on`` it stays where it is.
        """
        if self._catalogue is not None:
            service = entry.service or self.entry.service
            label = entry.label or (self.entry.label if service == self.entry.service else "")
            self._take(fitted(replace(entry, service=service, label=label), self._catalogue))
        if go_on:
            self._view.go_to(next((gap for gap in self.gaps() if gap in _WHERE_TO), "weight"))

    def open_checks(self) -> None:
        """Show the points to be looked at."""
        self._view.show_checklist(opened=True)

    def confirm_checks(self) -> None:
        """The clerk has looked at every point."""
        if self._catalogue is not None:
            points = self._catalogue.checklist.points_for(self.entry.service)
            self.entry = replace(self.entry, checked=tuple(point.code for point in points))
        self._view.show_entry(self.entry)
        self._view.show_checklist(opened=False)
        self._on_change()

    def gaps(self) -> tuple[str, ...]:
        """What the item still lacks or has wrong, in the order of the form; "price" last."""
        if self._catalogue is None:
            return ("price",)
        open_fields = {*missing(self.entry, self._catalogue), *self._wrong()}
        found = tuple(name for name in FIELDS if name in open_fields)
        if found or self.price.is_pending or self.price.quote is not None:
            return found
        return ("price",)

    def priced(self) -> Priced | None:
        """The item, when nothing is missing and its price is known."""
        if self.price.quote is None or self.price.is_pending or self.gaps():
            return None
        return Priced(self.entry, read(self.entry).draft, self.price.quote)

    def refuse(self, error: UserError) -> None:
        """A sentence of the counter, beside its field; the focus goes there."""
        name = self._problems.refuse(error)
        if name is not None:
            self._view.go_to(name)

    def _take(self, entry: ItemEntry) -> None:
        self.entry = entry
        self._view.show_entry(entry)
        self._problems.recheck(self._wrong())
        self._ask_price()

    def _ask_price(self) -> None:
        reading = read(self.entry)
        if self.entry.has_what_prices_it() and "size" not in reading.problems:
            self.price.ask(reading.draft)
            self._on_change()
        else:
            self.price.forget()

    def _settled(self) -> None:
        self._view.show_weights(self.price.quote)
        self._view.show_trouble("")
        wrong = self._wrong()
        self._problems.recheck(wrong)
        if self.price.refusal is not None:
            self._problems.refuse(self.price.refusal)
        self._on_change()

    def _wrong(self) -> dict[str, UserError]:
        """What cannot be read, and what the tariff refuses."""
        wrong = dict(read(self.entry).problems)
        refusal = self.price.refusal
        if refusal is not None:
            wrong.setdefault(SPELT.get(refusal.field, refusal.field), refusal)
        return wrong


def _priced_part(entry: ItemEntry) -> ItemEntry:
    """What the price depends on: the rest may change without asking anew."""
    return replace(entry, name="", phone="", street="", commune_text="", contents="", checked=())
