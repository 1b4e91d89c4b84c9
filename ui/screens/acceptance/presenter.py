"""Decides what the acceptance screen says: items, the basket, when it can be paid for; Qt-free."""

from typing import Protocol

from app.domain.reference.catalogue import Catalogue
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.acceptance.checkout import Checkout, CheckoutView
from ui.screens.acceptance.editing import BasketEditor, EditingView
from ui.screens.acceptance.item_presenter import ItemPresenter, ItemView
from ui.screens.acceptance.next_code import NextCode, NextCodeView
from ui.screens.acceptance.payment import Due, due
from ui.screens.acceptance.rows import Row
from ui.shell.handle import Shell


class View(ItemView, EditingView, CheckoutView, NextCodeView, Protocol):
    """What the three columns can show."""

    def show_customer(self, page: CustomerPage) -> None: ...
    def show_catalogue(self, catalogue: Catalogue) -> None: ...
    def show_rows(self, rows: tuple[Row, ...]) -> None: ...
    def show_due(self, due: Due) -> None: ...


class AcceptancePresenter:
    """One basket of one customer, from the first item to the money."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._catalogue: Catalogue | None = None
        self._tendered_vnd: int | None = None
        self.item = ItemPresenter(
            view, desk, runners.reading, on_change=self._refresh, failed=shell.fail
        )
        self.editor = BasketEditor(view, self.item, desk.new_command_id())
        self.next_code = NextCode(view, desk, runners.reading, shell.fail)
        self._checkout = Checkout(view, desk, runners, changes, shell)
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
        return bool(self.editor.rows()) and not self._checkout.is_booked

    def open(self, page: CustomerPage) -> None:
        """Begin a basket for this customer."""
        self._checkout.customer = page.number
        self._view.show_customer(page)
        self._view.show_due(self._due)
        self._runners.reading.run(self._desk.catalogue, self._begin, self._shell.fail)
        self.next_code.count()

    def tender(self, amount_vnd: int | None) -> None:
        """The customer gave so much."""
        self._tendered_vnd = amount_vnd
        self._checkout.forget_warning()
        self._refresh()

    def add(self) -> None:
        """Lay the item into the basket, as soon as its price is known."""
        if not self.is_busy:
            self.item.price.when_settled(self._add)

    def remove(self, index: int) -> None:
        """Take a line out of the basket."""
        if not self.is_busy:
            self.editor.remove(index)
            self._refresh()

    def undo(self) -> None:
        """Take back the last step of the basket."""
        if not self.is_busy:
            self.editor.undo()
            self._refresh()

    def pay(self) -> None:
        """Take the money and print, or go to what is missing."""
        if not self.is_busy:
            self.item.price.when_settled(self._pay)

    def _begin(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._view.show_catalogue(catalogue)
        self.editor.begin(catalogue)

    def _add(self) -> None:
        self.editor.add()
        self._refresh()

    def _pay(self) -> None:
        if self._due.missing:
            self.editor.go_to_gap()
            return
        self._checkout.pay(
            self.editor.basket.command_id,
            tuple(item.draft for item in self.editor.items()),
            self._due.total_vnd,
            self._tendered_vnd or 0,
        )

    def _refresh(self) -> None:
        rows = self.editor.rows()
        total_vnd = sum(row.due_vnd for row in rows)
        self._due = due(total_vnd, self._tendered_vnd, self.editor.lacking())
        self._view.show_rows(rows)
        self._view.show_due(self._due)
        if self._catalogue is not None:
            self.next_code.show_for(self._catalogue.service(self.item.entry.service))
        self._shell.refresh_keys()
