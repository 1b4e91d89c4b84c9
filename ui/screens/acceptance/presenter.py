"""Decides what the acceptance screen says: items, the basket, when it can be paid for; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.drafts import BasketContent, Begun, ItemEntry
from app.domain.reference.catalogue import Catalogue
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.paying import Paying, PayView
from ui.payment import Due, due
from ui.running import Runners
from ui.screens.acceptance.checkout import Checkout, CheckoutView
from ui.screens.acceptance.drafting import Drafting
from ui.screens.acceptance.editing import BasketEditor
from ui.screens.acceptance.item_presenter import ItemPresenter, ItemView
from ui.screens.acceptance.next_code import NextCode, NextCodeView
from ui.screens.acceptance.receivers import Receivers, ReceiversView
from ui.screens.acceptance.restoring import Restored, restored
from ui.screens.acceptance.rows import Row
from ui.screens.acceptance.scans import Scans
from ui.shell.handle import Shell


class CustomerColumn(Protocol):
    """Whose items these are."""

    def show_customer(self, page: CustomerPage) -> None: ...


class ItemColumn(ItemView, ReceiversView, NextCodeView, Protocol):
    """One item."""

    def show_catalogue(self, catalogue: Catalogue) -> None: ...


class BasketColumn(CheckoutView, PayView, Protocol):
    """The basket and the money."""

    def show_rows(self, rows: tuple[Row, ...]) -> None: ...
    def show_due(self, due: Due) -> None: ...


@dataclass(frozen=True, slots=True)
class Views:
    """The three columns."""

    customer: CustomerColumn
    item: ItemColumn
    basket: BasketColumn


class AcceptancePresenter:
    """One basket of one customer, from the first item to the money."""

    def __init__(
        self, views: Views, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._views = views
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._catalogue: Catalogue | None = None
        self._tendered_vnd: int | None = None
        self.sender_name = ""
        self.item = ItemPresenter(
            views.item, desk, runners.reading, on_change=self._refresh, failed=shell.fail
        )
        self.editor = BasketEditor(views.item, views.basket, self.item, desk.new_command_id())
        self.next_code = NextCode(views.item, desk, runners.reading, shell.fail)
        self.receivers = Receivers(
            views.item,
            desk,
            runners.reading,
            take=self.item.send_to,
            repeat=self.item.fill,
            shell=shell,
        )
        self.scans = Scans(desk, runners.reading, shell, (self.item, self.editor, self.receivers))
        self.drafting = Drafting(desk, runners.writing, changes, failed=shell.fail)
        self._checkout = Checkout(views.basket, desk, runners, changes, shell)
        self.paying = Paying(views.basket, desk, runners.reading, shell.fail, self._refresh)
        self._due = due(0, None, self.editor.lacking())

    @property
    def missing(self) -> str:
        """What F12 still waits for, in words; "" when the money can be taken."""
        return self._due.missing

    @property
    def is_busy(self) -> bool:
        """The money is being booked."""
        return self._checkout.is_busy

    @property
    def holds_something(self) -> bool:
        """Leaving now would lose what was entered."""
        return not self.editor.content().is_empty() and not self._checkout.is_booked

    def open(self, page: CustomerPage, item: ItemEntry | None = None) -> None:
        """Begin a basket for this customer; ``item`` was filled in elsewhere."""
        self._show_customer(page)
        content = BasketContent(form=item or ItemEntry())
        self._restore(Begun(page.number, content), lambda: page)

    def resume(self, begun: Begun) -> None:
        """Go on with a basket that waited."""
        self._restore(begun, lambda: self._desk.customer(begun.customer))

    def tender(self, amount_vnd: int | None) -> None:
        """The customer gave so much."""
        self._tendered_vnd = amount_vnd
        self._checkout.forget_warning()
        self._refresh()

    def add(self) -> None:
        """Lay the item into the basket, as soon as its price is known."""
        self.change(lambda: self.item.price.when_settled(lambda: self.change(self.editor.add)))

    def change(self, step: Callable[[], None]) -> None:
        """One step in the basket: an item laid in, taken out, put back."""
        if not self.is_busy:
            step()
            self._refresh()

    def pay(self) -> None:
        """Take the money and print, or go to what is missing."""
        if not self.is_busy:
            self.item.price.when_settled(self._pay)

    def _restore(self, begun: Begun, read: Callable[[], CustomerPage]) -> None:
        self._views.basket.show_due(self._due)
        self._runners.reading.run(
            lambda: restored(self._desk, begun, read), self._begin, self._shell.fail
        )
        self.next_code.count()

    def _show_customer(self, page: CustomerPage) -> None:
        self._checkout.customer = self.receivers.sender = page.number
        self.sender_name = page.full_name
        self._views.customer.show_customer(page)

    def _begin(self, found: Restored) -> None:
        begun, self._catalogue = found.begun, found.catalogue
        self._show_customer(found.customer)
        self.receivers.begin(found.customer.number)
        self._views.item.show_catalogue(found.catalogue)
        self.editor.basket.command_id = begun.command_id or self.editor.basket.command_id
        self.drafting.begin(found.customer.number, self.editor.basket.command_id, begun.slot)
        self.editor.restore(found.items, found.unpriced)
        self.editor.begin(found.catalogue, begun.content.form)

    def _pay(self) -> None:
        if self._due.missing:
            self.editor.go_to_gap()
            return
        self._checkout.pay(
            self.editor.basket.command_id,
            tuple(item.draft for item in self.editor.items()),
            self._due.total_vnd,
            self._tendered_vnd or 0,
            self.paying.given,
        )

    def _refresh(self) -> None:
        rows = self.editor.rows()
        total_vnd = sum(row.due_vnd for row in rows)
        customer = self._checkout.customer
        self.paying.settle(self.editor.basket.command_id, total_vnd, customer)
        self._due = self.paying.due(total_vnd, self._tendered_vnd, self.editor.lacking(), customer)
        self._views.basket.show_rows(rows)
        self._views.basket.show_due(self._due)
        if self._catalogue is not None:
            entry = self.item.entry
            self.next_code.show_for(self._catalogue.service(entry.service), entry.label)
        self.drafting.note(self.editor.content())
        self._shell.refresh_keys()
