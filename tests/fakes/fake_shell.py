"""A window that only writes down what screens ask of it."""

from app.domain.citizen import CitizenCard
from app.queries.customers import CustomerPage
from app.settings import Settings
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class FakeShell(Shell):
    """``asked`` in order; ``told`` and ``failed`` apart."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.told: list[tuple[str, Tone]] = []
        self.failed: list[Exception] = []
        self.refreshed = 0
        self.printed = 0

    def open_customer(self, number: str) -> None:
        self.asked.append(("customer", number))

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self.asked.append(("registration", card, typed))

    def open_acceptance(self, customer: CustomerPage) -> None:
        self.asked.append(("acceptance", customer.number))

    def open_receipt(self, receipt: str) -> None:
        self.asked.append(("receipt", receipt))

    def open_report(self) -> None:
        self.asked.append(("report",))

    def open_settings(self) -> None:
        self.asked.append(("settings",))

    def use_settings(self, settings: Settings) -> None:
        self.asked.append(("use settings", settings))

    def back(self) -> None:
        self.asked.append(("back",))

    def finish(self) -> None:
        self.asked.append(("finish",))

    def refresh_keys(self) -> None:
        self.refreshed += 1

    def print_waiting(self) -> None:
        self.printed += 1

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self.told.append((sentence, tone))

    def fail(self, error: Exception) -> None:
        self.failed.append(error)
