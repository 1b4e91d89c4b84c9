"""Customers of other provinces: served by a signed card, or fetched from headquarters. Qt-free."""

from typing import Protocol

from app.domain.customer_number import grouped
from app.domain.signed_card import ReadCard
from app.messages import text
from app.queries.finding import Findings
from ui.people_desk import ForeignDesk
from ui.running import Runners
from ui.style.tokens import Tone

_NETWORK = "headquarters"


class Opens(Protocol):
    """The window, as far as it is needed here."""

    def open_customer(self, number: str) -> None: ...
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
