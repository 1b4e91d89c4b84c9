"""Which page comes of each wish of a screen, and where in the stack it is laid."""

from typing import Protocol

from app.domain.citizen import CitizenCard
from app.queries.customers import CustomerPage
from ui.shell.case_opening import CaseMakers, CaseOpening
from ui.shell.cash_opening import CashMakers, CashOpening
from ui.shell.handle import Shell
from ui.shell.intake_opening import IntakeMakers, IntakeOpening
from ui.shell.log_opening import LogMakers, LogOpening
from ui.shell.pages import Pages
from ui.shell.problems_page import ProblemsScreen
from ui.shell.screen import Screen


class Makers(CashMakers, CaseMakers, IntakeMakers, LogMakers, Protocol):
    """Makes the pages; each is given the shell that it may ask."""

    def start(self, shell: Shell) -> Screen: ...
    def customer(self, shell: Shell, number: str, card: CitizenCard | None = None) -> Screen: ...
    def registration(self, shell: Shell, card: CitizenCard | None, typed: str) -> Screen: ...
    def receipt(self, shell: Shell, receipt: str) -> Screen: ...
    def settings(self, shell: Shell) -> Screen: ...
    def syncing(self, shell: Shell) -> Screen: ...
    def report(self, shell: Shell) -> Screen: ...
    def devices(self, shell: Shell) -> Screen: ...
    def transactions(self, shell: Shell) -> Screen: ...
    def transaction(self, shell: Shell, code: str) -> Screen: ...
    def service(self, shell: Shell, customer: CustomerPage) -> Screen: ...


class Opening(CashOpening, CaseOpening, IntakeOpening, LogOpening, Protocol):
    """The half of the steering that opens pages: work in progress stays below what is opened."""

    pages: Pages
    _makers: Makers
    _settings: Screen | None = None
    _transactions: Screen | None = None
    _syncing: Screen | None = None
    _devices: Screen | None = None

    def open_customer(self, number: str, card: CitizenCard | None = None) -> None:
        self.pages.open_instead(self._makers.customer(self, number, card))

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self.pages.open_instead(self._makers.registration(self, card, typed))

    def open_receipt(self, receipt: str) -> None:
        self.pages.open_instead(self._makers.receipt(self, receipt))

    def open_report(self) -> None:
        self.pages.open_above(self._makers.report(self))

    def open_transactions(self) -> None:
        if self.pages.current is not self._transactions:
            self._transactions = self._makers.transactions(self)
            self.pages.open_above(self._transactions)

    def open_transaction(self, code: str) -> None:
        self.pages.open_above(self._makers.transaction(self, code))

    def open_service(self, customer: CustomerPage) -> None:
        self.pages.open_above(self._makers.service(self, customer))

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

    def open_problems(self) -> None:
        """Every message by its short code, and what to do."""
        self.pages.open_above(ProblemsScreen())
