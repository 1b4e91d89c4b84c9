"""A window that only writes down what screens ask of it."""

from app.domain.citizen import CitizenCard
from app.domain.drafts import Begun, ItemEntry
from app.domain.identities import Clerk
from app.queries.customers import CustomerPage
from app.settings import Settings
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class FakeCashOpening(Shell):
    """What the pages of cash and shift ask."""

    asked: list[tuple[object, ...]]

    def open_shift(self) -> None:
        self.asked.append(("shift",))

    def open_count(self, *, opening: bool) -> None:
        self.asked.append(("count", opening))

    def open_access(self) -> None:
        self.asked.append(("access",))

    def open_conflicts(self, number: str = "") -> None:
        self.asked.append(("conflicts", number))

    def seat(self, clerk: Clerk) -> None:
        self.asked.append(("seat", clerk.code))


class FakeCaseShell(Shell):
    """The pages of complaints."""

    asked: list[tuple[object, ...]]

    def open_complaint(self, code: str = "") -> None:
        self.asked.append(("complaint", code))

    def open_complaints(self) -> None:
        self.asked.append(("complaints",))

    def open_case(self, number: str) -> None:
        self.asked.append(("case", number))


class FakeIntakeShell(Shell):
    """The pages where items are taken in."""

    asked: list[tuple[object, ...]]

    def open_acceptance(self, customer: CustomerPage) -> None:
        self.asked.append(("acceptance", customer.number))

    def open_labels(self) -> None:
        self.asked.append(("labels",))

    def open_bulk(self, customer: str) -> None:
        self.asked.append(("bulk", customer))

    def open_basket(self, begun: Begun) -> None:
        self.asked.append(("basket", begun.customer, begun.slot))

    def open_request(self, item: ItemEntry, sender: str = "") -> None:
        self.asked.append(("request", item.name, sender))

    def open_receipt(self, receipt: str) -> None:
        self.asked.append(("receipt", receipt))


class FakeMoneyShell(Shell):
    """The pages of transactions and other services."""

    asked: list[tuple[object, ...]]

    def open_transactions(self) -> None:
        self.asked.append(("transactions",))

    def open_transaction(self, code: str) -> None:
        self.asked.append(("transaction", code))

    def open_service(self, customer: CustomerPage) -> None:
        self.asked.append(("service", customer.number))


class FakeShell(FakeCaseShell, FakeCashOpening, FakeIntakeShell, FakeMoneyShell):
    """``asked`` in order; ``told`` and ``failed`` apart."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.told: list[tuple[str, Tone]] = []
        self.failed: list[Exception] = []
        self.refreshed = 0
        self.printed = 0
        self.scanner = "keyboard"

    def open_customer(self, number: str, card: CitizenCard | None = None) -> None:
        self.asked.append(("customer", number) if card is None else ("customer", number, card))

    def open_registration(self, card: CitizenCard | None = None, typed: str = "") -> None:
        self.asked.append(("registration", card, typed))

    def open_syncing(self) -> None:
        self.asked.append(("syncing",))

    def open_report(self) -> None:
        self.asked.append(("report",))

    def open_settings(self) -> None:
        self.asked.append(("settings",))

    def open_devices(self) -> None:
        self.asked.append(("devices",))

    def scanner_state(self) -> str:
        return self.scanner

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
