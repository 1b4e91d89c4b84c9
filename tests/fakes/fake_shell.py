"""The window as a presenter sees it: keeps where it was sent and what it was told."""

from app.domain.citizen import CitizenCard
from app.queries.customers import CustomerPage
from ui.style.tokens import Tone


class FakeShell:
    """``went`` lists (where, to whom or what); ``told`` sentences with their tone."""

    def __init__(self) -> None:
        self.went: list[tuple[str, object]] = []
        self.told: list[tuple[str, Tone]] = []
        self.failures: list[Exception] = []
        self.refreshed = 0

    def open_customer(self, number: str) -> None:
        self.went.append(("customer", number))

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self.went.append(("registration", card or typed))

    def open_acceptance(self, customer: CustomerPage) -> None:
        self.went.append(("acceptance", customer))

    def open_receipt(self, receipt: str) -> None:
        self.went.append(("receipt", receipt))

    def back(self) -> None:
        self.went.append(("back", None))

    def finish(self) -> None:
        self.went.append(("finish", None))

    def refresh_keys(self) -> None:
        self.refreshed += 1

    def tell(self, sentence: str, tone: Tone = Tone.INFO) -> None:
        self.told.append((sentence, tone))

    def print_waiting(self) -> None:
        self.went.append(("print", None))

    def fail(self, error: Exception) -> None:
        self.failures.append(error)
