"""Beside a customer's record: data shown in full, and a card that says otherwise; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.domain.card_address import find_on_card
from app.domain.citizen import CitizenCard
from app.errors import UserError
from app.messages import text
from app.queries.customers import CustomerPage
from app.services.access import RevealData, RevealedData
from app.services.customers import EditCustomer
from ui.desk import Desk
from ui.running import Runners
from ui.screens.customer.action_presenter import ActionPresenter
from ui.screens.customer.actions import revealing
from ui.screens.customer.card_news import CardNews, news_of


class View(Protocol):
    """``show_news`` with "" takes the notice away; what is revealed hides itself again."""

    def show_news(self, sentence: str) -> None: ...
    def show_revealed(self, data: RevealedData) -> None: ...


class AsidePresenter:
    """Follows the page that is shown."""

    def __init__(
        self,
        view: View,
        desk: Desk,
        runners: Runners,
        forms: ActionPresenter,
        changed: Callable[[], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changed = changed
        self._page: CustomerPage | None = None
        self._news: CardNews | None = None
        self._card: CitizenCard | None = None
        self._forms = forms

    def read_card(self, card: CitizenCard | None) -> None:
        """The customer's card was just scanned; what it says is held against the record."""
        self._card = card

    def show_page(self, page: CustomerPage) -> None:
        """The customer was read, or read again."""
        self._page = page
        card = self._card
        if card is None:
            return
        self._runners.reading.run(
            lambda: news_of(page, card, find_on_card(card.address_text, self._desk.places)),
            self._show_news,
            self._forms.fail,
        )

    def take_card(self) -> None:
        """Take over what the card says otherwise, with from and to as any edit."""
        news, page = self._news, self._page
        if news is None or page is None:
            return
        self._news = None
        command = EditCustomer(self._desk.new_command_id(), page.number, news.changes)
        self._runners.writing.run(
            lambda: self._desk.edit(command), lambda _nothing: self._taken(), self._forms.fail
        )

    def reveal(self) -> None:
        """Masked data in full, for a moment; it is written down who saw it."""
        page = self._page
        if page is None:
            return
        command = RevealData(page.number)
        self._runners.reading.run(
            lambda: self._desk.reveal(command), self._view.show_revealed, self._not_revealed
        )

    def _taken(self) -> None:
        self._view.show_news("")
        self._forms.tell(text("ui.people.card_taken"))
        self._changed()

    def _show_news(self, news: CardNews | None) -> None:
        self._news = news
        self._view.show_news(news.sentence if news else "")

    def _not_revealed(self, error: Exception) -> None:
        """Where the office asks why, a form asks."""
        wants_reason = isinstance(error, UserError) and error.field == "reason"
        if wants_reason and self._page is not None:
            self._forms.begin(self._page.number, revealing(self._page, self._revealed))
        else:
            self._forms.fail(error)

    def _revealed(self, answer: object) -> None:
        if isinstance(answer, RevealedData):
            self._view.show_revealed(answer)
