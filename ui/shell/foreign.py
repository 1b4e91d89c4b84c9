"""Customers of other provinces: served by a signed card, or fetched from headquarters. Qt-free.

Nobody is registered by a citizen card before headquarters was asked whether another province knows
its bearer; without a line that is said, and the clerk goes on.
"""

from typing import Protocol

from app.domain.citizen import CitizenCard
from app.domain.customer_number import grouped
from app.domain.signed_card import ReadCard
from app.errors import UserError
from app.messages import text, text_for
from app.queries.finding import Findings
from ui.people_desk import ForeignDesk
from ui.running import Runners
from ui.style.tokens import Tone

_NETWORK = "headquarters"


class Opens(Protocol):
    """The window, as far as it is needed here."""

    def open_customer(self, number: str, card: CitizenCard | None = None) -> None: ...
    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None: ...
    def tell(self, sentence: str, tone: Tone = ...) -> None: ...
    def fail(self, error: Exception) -> None: ...


class Foreign:
    """One for the window."""

    def __init__(self, desk: ForeignDesk, runners: Runners, shell: Opens) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell

    def begin(self, found: Findings) -> None:
        """What was found says how: by the card, else by the number."""
        if found.foreign is not None:
            self.admit(found.foreign)
        else:
            self.fetch(found.unknown)

    def admit(self, read: ReadCard) -> None:
        """Whoever the card names is served here; the record comes later."""
        self._runners.writing.run(
            lambda: self._desk.admit_card(read),
            lambda done: self._shell.open_customer(done.number),
            self._shell.fail,
        )

    def fetch(self, number: str) -> None:
        """Ask headquarters, on a worker that nobody else waits for."""
        self._shell.tell(text("ui.box.fetching", number=grouped(number)), Tone.INFO)
        self._runners.of_queue(_NETWORK).run(
            lambda: self._desk.fetch_customer(number),
            self._shell.open_customer,
            self._shell.fail,
        )

    def register(self, card: CitizenCard | None, typed: str) -> None:
        """A new customer; the bearer of a card only when the whole country knows none."""
        if card is None:
            self._shell.open_registration(None, typed)
        else:
            self._seek(card)

    def _seek(self, card: CitizenCard) -> None:
        def told(number: str) -> None:
            self._shell.tell("")
            if number:
                self._shell.open_customer(number, card)
            else:
                self._shell.open_registration(card)

        def unasked(error: Exception) -> None:
            if isinstance(error, UserError):
                self._shell.open_registration(card)
                self._shell.tell(text_for(error), Tone.INFO)
            else:
                self._shell.fail(error)

        self._shell.tell(text("ui.box.seeking"), Tone.INFO)
        self._runners.of_queue(_NETWORK).run(
            lambda: self._desk.fetch_holder(card.number), told, unasked
        )
