"""The pages where items are taken in, and where in the stack they are laid."""

from typing import Protocol

from app.domain.drafts import BasketContent, Begun, ItemEntry
from app.messages import text
from app.queries.customers import CustomerPage
from ui.shell.handle import Shell
from ui.shell.pages import Pages
from ui.shell.screen import Screen
from ui.style.tokens import Tone


class IntakeMakers(Protocol):
    """Makes the pages where items are taken in."""

    def acceptance(
        self, shell: Shell, customer: CustomerPage, item: ItemEntry | None
    ) -> Screen: ...
    def basket(self, shell: Shell, begun: Begun) -> Screen: ...
    def bulk(self, shell: Shell, customer: str) -> Screen: ...
    def labels(self, shell: Shell) -> Screen: ...


class IntakeOpening(Shell, Protocol):
    """A request without a known sender waits for the next basket that is opened."""

    pages: Pages
    _intake_makers: IntakeMakers
    _requested: ItemEntry | None = None

    def open_acceptance(self, customer: CustomerPage) -> None:
        item, self._requested = self._requested, None
        self.pages.open_above(self._intake_makers.acceptance(self, customer, item))

    def front_basket(self) -> int | None:
        """The number of the basket in front, 0 for one without; None when none is."""
        return self.pages.current.basket()

    def open_basket(self, begun: Begun) -> None:
        if begun.slot and self.pages.bring(lambda page: page.basket() == begun.slot):
            return
        self.pages.open_above(self._intake_makers.basket(self, begun))

    def open_request(self, item: ItemEntry, sender: str = "") -> None:
        if sender:
            self.open_basket(Begun(sender, BasketContent(form=item)))
            return
        self._requested = item
        self.tell(text("ui.box.request_waits", receiver=item.name), Tone.INFO)

    def open_labels(self) -> None:
        self.pages.open_instead(self._intake_makers.labels(self))

    def open_bulk(self, customer: str) -> None:
        self.pages.open_above(self._intake_makers.bulk(self, customer))
