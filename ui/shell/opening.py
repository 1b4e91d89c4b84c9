"""Which page comes of each wish of a screen, and where in the stack it is laid."""

from typing import Protocol

from app.domain.citizen import CitizenCard
from app.domain.drafts import BasketContent, Begun, ItemEntry
from app.messages import text
from app.queries.customers import CustomerPage
from ui.shell.handle import Shell
from ui.shell.pages import Pages
from ui.shell.screen import Screen
from ui.style.tokens import Tone


class Makers(Protocol):
    """Makes the pages; each is given the shell that it may ask."""

    def start(self, shell: Shell) -> Screen: ...
    def customer(self, shell: Shell, number: str) -> Screen: ...
    def registration(self, shell: Shell, card: CitizenCard | None, typed: str) -> Screen: ...
    def acceptance(
        self, shell: Shell, customer: CustomerPage, item: ItemEntry | None
    ) -> Screen: ...
    def basket(self, shell: Shell, begun: Begun) -> Screen: ...
    def receipt(self, shell: Shell, receipt: str) -> Screen: ...
    def settings(self, shell: Shell) -> Screen: ...
    def syncing(self, shell: Shell) -> Screen: ...
    def report(self, shell: Shell) -> Screen: ...
    def devices(self, shell: Shell) -> Screen: ...
    def complaint(self, shell: Shell, code: str) -> Screen: ...
    def complaints(self, shell: Shell) -> Screen: ...
    def case(self, shell: Shell, number: str) -> Screen: ...
    def shift(self, shell: Shell) -> Screen: ...
    def count(self, shell: Shell, *, opening: bool) -> Screen: ...


class Opening(Shell, Protocol):
    """The half of the steering that opens pages: work in progress stays below what is opened."""

    pages: Pages
    _makers: Makers
    _settings: Screen | None = None
    _syncing: Screen | None = None
    _shift: Screen | None = None
    _devices: Screen | None = None
    _requested: ItemEntry | None = None

    def open_customer(self, number: str) -> None:
        self.pages.open_instead(self._makers.customer(self, number))

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self.pages.open_instead(self._makers.registration(self, card, typed))

    def open_acceptance(self, customer: CustomerPage) -> None:
        item, self._requested = self._requested, None
        self.pages.open_above(self._makers.acceptance(self, customer, item))

    def open_basket(self, begun: Begun) -> None:
        if begun.slot and self.pages.bring(lambda page: page.basket() == begun.slot):
            return
        self.pages.open_above(self._makers.basket(self, begun))

    def open_request(self, item: ItemEntry, sender: str = "") -> None:
        if sender:
            self.open_basket(Begun(sender, BasketContent(form=item)))
            return
        self._requested = item
        self.tell(text("ui.box.request_waits", receiver=item.name), Tone.INFO)

    def open_receipt(self, receipt: str) -> None:
        self.pages.open_instead(self._makers.receipt(self, receipt))

    def open_report(self) -> None:
        self.pages.open_above(self._makers.report(self))

    def open_complaint(self, code: str = "") -> None:
        about = code or self.pages.current.subject()
        self.pages.open_above(self._makers.complaint(self, about))

    def open_complaints(self) -> None:
        self.pages.open_above(self._makers.complaints(self))

    def open_case(self, number: str) -> None:
        self.pages.open_above(self._makers.case(self, number))

    def open_shift(self) -> None:
        if self.pages.current is not self._shift:
            self._shift = self._makers.shift(self)
            self.pages.open_above(self._shift)

    def open_count(self, *, opening: bool) -> None:
        self.pages.open_above(self._makers.count(self, opening=opening))

    def open_syncing(self) -> None:
        if self.pages.current is not self._syncing:
            self._syncing = self._makers.syncing(self)
            self.pages.open_above(self._syncing)

    def open_settings(self) -> None:
        if self.pages.current is not self._settings:
            self._settings = self._makers.settings(self)
            self.pages.open_above(self._settings)

    def open_devices(self) -> None:
        if self.pages.current is not self._devices:
            self._devices = self._makers.devices(self)
            self.pages.open_above(self._devices)
