"""Decides what the customer's page says and does; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.errors import UserError
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.customers import EditCustomer
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.field_problems import FieldProblems, FormView
from ui.place_seeking import PlaceSeeker, PlacesView
from ui.running import Runners
from ui.screens.customer.editing import FIELDS, SPELT, Edited, as_it_stands, read
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(FormView, PlacesView, Protocol):
    """What the page can show."""

    def show_page(self, page: CustomerPage) -> None: ...
    def show_form(self, edited: Edited | None) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


Shown = Callable[[CustomerPage], None]


class CustomerPresenter:
    """One customer: read, and put right in place with from and to.

    ``shown`` is given every page that is read.
    """

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self.shown: Shown = _nothing
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self.places = PlaceSeeker(view, desk, runners.reading, self._failed)
        self._problems = FieldProblems(view, FIELDS, SPELT)
        self._number = ""
        self._command_id = b""
        self._edited: Edited | None = None
        self._busy = False
        self.page: CustomerPage | None = None

    @property
    def is_editing(self) -> bool:
        """The form stands in the place of the data."""
        return self._edited is not None

    def open(self, number: str) -> None:
        """Show the customer with this number."""
        self._number = number
        self.reload()

    def reload(self) -> None:
        """Something about customers or shipments has changed."""
        number = self._number
        self._runners.reading.run(lambda: self._desk.customer(number), self._show, self._shell.fail)

    def new_shipment(self) -> None:
        """A basket for this customer."""
        if self.page is not None:
            self._shell.open_acceptance(self.page)

    def open_case(self) -> None:
        """The open complaint that presses most."""
        if self.page is not None and self.page.open_cases:
            self._shell.open_case(self.page.open_cases[0].number)

    def edit(self) -> None:
        """Put the record right, in place."""
        if self.page is None or self.is_editing:
            return
        self._command_id = self._desk.new_command_id()
        self._edited = as_it_stands(self.page)
        self._view.show_form(self._edited)
        self._problems.show_all({})
        self._view.go_to(FIELDS[0])
        self._shell.refresh_keys()

    def changed(self, edited: Edited) -> None:
        """The clerk typed."""
        self._edited = edited
        if self.page is not None:
            self._problems.recheck(read(edited, self.page).problems)

    def left(self, name: str) -> None:
        """The clerk went on: what stands in the field now counts."""
        if self._edited is not None and self.page is not None:
            self._problems.say(name, read(self._edited, self.page).problems.get(name))

    def save(self) -> None:
        """Record what differs; nothing is recorded when nothing does."""
        if self._edited is None or self.page is None or self._busy:
            return
        edit = read(self._edited, self.page)
        self._problems.show_all(edit.problems)
        if edit.problems:
            return
        if not edit.changes:
            self.stop_editing()
            return
        command = EditCustomer(self._command_id, self._number, edit.changes)
        self._set_busy(busy=True)
        self._runners.writing.run(
            lambda: self._desk.edit(command), lambda _nothing: self._saved(), self._failed
        )

    def stop_editing(self) -> None:
        """Back to the data as recorded."""
        self._edited = None
        self._view.show_form(None)
        self._shell.refresh_keys()

    def _show(self, page: CustomerPage) -> None:
        self.page, self._number = page, page.number
        self._view.show_page(page)
        self.shown(page)
        self._shell.refresh_keys()

    def _saved(self) -> None:
        self._set_busy(busy=False)
        self.stop_editing()
        self._shell.tell(text("ui.customer.edited"), Tone.GOOD)
        self._changes.announce(Topic.CUSTOMERS, Topic.STANDING)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy=busy)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, UserError):
            self._shell.fail(error)
            return
        name = self._problems.refuse(error)
        if name is not None:
            self._view.go_to(name)


def _nothing(_page: CustomerPage) -> None:
    """Nobody follows yet."""
