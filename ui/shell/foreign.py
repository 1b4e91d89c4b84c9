"""Customers of other provinces: served by a card that headquarters signed. Qt-free."""

from typing import Protocol

from app.domain.signed_card import ReadCard
from app.services.cards import AdmittedCard
from ui.running import Runners


class Admits(Protocol):
    """The part of the desk that lets somebody in by a card."""

    def admit_card(self, read: ReadCard) -> AdmittedCard: ...


class Opens(Protocol):
    """The window, as far as it is needed here."""

    def open_customer(self, number: str) -> None: ...
    def fail(self, error: Exception) -> None: ...


class Foreign:
    """One for the window."""

    def __init__(self, desk: Admits, runners: Runners, shell: Opens) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell

    def admit(self, read: ReadCard) -> None:
        """Whoever the card names is served here; the record comes later."""
        self._runners.writing.run(
            lambda: self._desk.admit_card(read),
            lambda done: self._shell.open_customer(done.number),
            self._shell.fail,
        )
