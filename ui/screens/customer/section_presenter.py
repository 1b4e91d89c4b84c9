"""Decides what the sections of a customer's page show, and which form a key opens; Qt-free."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.domain.complaint_number import looks_like_complaint
from app.messages import text
from app.queries.access import AccessLine
from app.queries.customers import CustomerPage
from app.queries.receiver_book import FormerReceiver
from app.queries.relations import AddressView, ConsentView, LinkView
from ui.desk import Desk
from ui.running import Runners
from ui.screens.customer import actions, identity_actions
from ui.screens.customer.access_reading import AccessReading
from ui.screens.customer.action import Action
from ui.screens.customer.action_presenter import ActionPresenter
from ui.screens.customer.former_receivers import receiver_rows
from ui.screens.customer.sections import MergedNumber, OfCustomer, Section, rows_of, says
from ui.shell.handle import Shell
from ui.widgets.rows import RowItem


class View(Protocol):
    """Rows of one section, and the keys that do something in it."""

    def show_section(
        self, section: Section, rows: Sequence[RowItem], sentence: str, keys: Sequence[str]
    ) -> None: ...
    def focus_rows(self) -> None: ...


KEYS: dict[Section, tuple[str, ...]] = {
    Section.HISTORY: (),
    Section.ADDRESSES: ("add",),
    Section.LINKS: ("add", "describe"),
    Section.CONSENTS: (),
    Section.HOLDERS: ("succeed", "merge", "rest"),
    Section.ACCESS: ("ask",),
    Section.RECEIVERS: (),
}
"""What can be begun in each section; the view knows the key of each word."""


class SectionPresenter:
    """One section at a time; a form takes its place and gives it back."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, shell: Shell, forms: ActionPresenter
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._book: tuple[FormerReceiver, ...] = ()
        self._goes_there = False
        self._page: CustomerPage | None = None
        self.section = Section.HISTORY
        self._views = AccessReading(desk, runners, shell, self._show, self._not_for_them)
        self.forms = forms

    def show_page(self, page: CustomerPage) -> None:
        """The customer was read, or read again."""
        self._page = page
        if self.section is Section.ACCESS:
            self._views.of_customer(page.number)
        elif self.section is Section.RECEIVERS:
            self._read_book(page.number)
        else:
            self._show()

    def choose(self, section: Section) -> None:
        """Another section comes to the front; a form that was open is closed."""
        if self.forms.action is not None:
            self.forms.stop()
        self.section = section
        if self._page is not None:
            self.show_page(self._page)

    def go_to_receivers(self) -> None:
        """Their rows have the focus as soon as they are there: Enter sends as last time."""
        self._goes_there = True
        self.choose(Section.RECEIVERS)

    def open_row(self, value: object) -> None:
        """Enter on a row."""
        page = self._page
        if page is None:
            return
        if isinstance(value, FormerReceiver):
            self._shell.open_request(value.entry, page.number)
        elif isinstance(value, OfCustomer):
            self._shell.open_customer(value.number)
        elif isinstance(value, LinkView):
            self._shell.open_customer(value.other.number)
        elif isinstance(value, AccessLine):
            self._open_view(page, value)
        elif isinstance(value, str) and looks_like_complaint(value):
            self._shell.open_case(value)
        elif (action := _opened(page, value)) is not None:
            self.forms.begin(page.number, action)

    def remove_row(self, value: object) -> None:
        """Delete on a row: an end, never a deletion."""
        page = self._page
        if page is None:
            return
        if isinstance(value, AddressView):
            self.forms.begin(page.number, actions.dropping_address(page, value))
        elif isinstance(value, LinkView) and value.ended is None:
            self.forms.begin(page.number, actions.unlinking(value))

    def begin(self, word: str) -> None:
        """A key of this section."""
        page = self._page
        if page is None or word not in KEYS[self.section]:
            return
        if word == "ask":
            wanted = actions.asking_views(self._views.take)
        else:
            wanted = self._added(page) if word == "add" else _BEGUN[word](page)
        self.forms.begin(page.number, wanted)

    def print_card(self) -> None:
        """A card, or a sheet of them."""
        if self._page is not None:
            self.forms.begin(self._page.number, actions.carding(self._page))

    def _added(self, page: CustomerPage) -> Action:
        if self.section is Section.LINKS:
            return actions.linking(page)
        return actions.noting_address(page, None)

    def _show(self) -> None:
        if self._page is None:
            return
        if self.section is Section.RECEIVERS:
            rows = receiver_rows(self._book)
            sentence = text("ui.people.receivers_how" if rows else "ui.people.no_receivers")
        else:
            rows = rows_of(self.section, self._page, self._views.lines)
            sentence = says(self.section, self._page, self._views.lines)
        self._view.show_section(self.section, rows, sentence, KEYS[self.section])

    def _read_book(self, number: str) -> None:
        self._runners.reading.run(
            lambda: self._desk.receiver_book(number), self._came, self._shell.fail
        )

    def _came(self, book: tuple[FormerReceiver, ...]) -> None:
        self._book = book
        self._show()
        if self._goes_there:
            self._goes_there = False
            self._view.focus_rows()

    def _open_view(self, page: CustomerPage, line: AccessLine) -> None:
        """From a view to all that this clerk saw on that day; from there to the customer."""
        if line.number in (page.number, *page.merged):
            self._views.of_clerk_that_day(line)
        else:
            self._shell.open_customer(line.number)

    def _not_for_them(self) -> None:
        """Who may not read the log goes back to where they were."""
        self.section = Section.HISTORY
        self._show()


def _opened(page: CustomerPage, value: object) -> Action | None:
    if isinstance(value, AddressView):
        return actions.noting_address(page, value)
    if isinstance(value, ConsentView):
        return actions.agreeing(page, value)
    return identity_actions.unmerging(value.number) if isinstance(value, MergedNumber) else None


_BEGUN: dict[str, Callable[[CustomerPage], Action]] = {
    "describe": identity_actions.describing,
    "succeed": identity_actions.succeeding,
    "merge": identity_actions.merging,
    "rest": identity_actions.resting,
}
