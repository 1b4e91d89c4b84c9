"""Decides what the form of another system's service asks for, and records it; Qt-free."""

from dataclasses import dataclass, field
from typing import Protocol

from app.domain.reference.other_services import OtherService
from app.errors import UserError
from app.messages import text, text_for
from app.queries.customers import CustomerPage
from app.services.other_services import RecordedService, RecordService
from app.services.paying import Tender
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.shell.handle import Shell


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the form. ``way``: cash, or transfer."""

    service: str = ""
    amount_vnd: int | None = None
    fee_vnd: int | None = None
    period_from: str = ""
    period_to: str = ""
    details: dict[str, str] = field(default_factory=dict)
    way: str = "cash"
    tendered_vnd: int | None = None


class View(Protocol):
    """What the page can show. ``entered`` is what stands in its form now."""

    def entered(self) -> Entered: ...
    def show_customer(self, page: CustomerPage) -> None: ...
    def show_services(self, services: tuple[OtherService, ...]) -> None: ...
    def show_form(self, service: OtherService) -> None: ...
    def show_figures(self, sentence: str, change_vnd: int | None) -> None: ...
    def refuse(self, field: str, sentence: str) -> None: ...


class ServicePresenter:
    """One service of one customer."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._customer = ""
        self._command_id = b""
        self._services: tuple[OtherService, ...] = ()
        self._doubted: int | None = None
        self.is_busy = False
        self.is_booked = False

    def open(self, page: CustomerPage) -> None:
        """Begin for this customer."""
        self._customer = page.number
        self._command_id = self._desk.new_command_id()
        self._view.show_customer(page)
        self._runners.reading.run(self._desk.other_services, self._offered, self._shell.fail)

    def choose(self) -> None:
        """Another service asks for other things."""
        service = self._service(self._view.entered().service)
        if service is not None:
            self._view.show_form(service)
            self.edited()

    def edited(self) -> None:
        """Show what it comes to."""
        self._doubted = None
        entered = self._view.entered()
        service = self._service(entered.service)
        if service is None:
            return
        due_vnd = self._due(service, entered)
        code = "pays" if due_vnd >= 0 else "gets"
        cash = entered.way == "cash" and due_vnd > 0
        tendered = entered.tendered_vnd
        enough = cash and tendered is not None and tendered >= due_vnd
        change = tendered - due_vnd if enough and tendered is not None else None
        self._view.show_figures(text(f"ui.service.{code}", amount_vnd=abs(due_vnd)), change)

    def submit(self) -> None:
        """Record it, once."""
        entered = self._view.entered()
        service = self._service(entered.service)
        if self.is_busy or service is None:
            return
        command = RecordService(
            self._command_id,
            self._customer,
            service.code,
            entered.amount_vnd or 0,
            entered.fee_vnd or 0,
            entered.period_from,
            entered.period_to,
            entered.details,
            self._tender(service, entered),
            entered.way,
        )
        self.is_busy = True
        self._runners.writing.run(
            lambda: self._desk.record_service(command), self._recorded, self._failed
        )

    def _tender(self, service: OtherService, entered: Entered) -> Tender:
        due_vnd = self._due(service, entered)
        if due_vnd < 0:
            return Tender()
        if entered.way == "transfer":
            return Tender(transfer_vnd=due_vnd)
        tendered = entered.tendered_vnd
        return Tender(tendered or 0, confirmed=tendered is not None and tendered == self._doubted)

    def _due(self, service: OtherService, entered: Entered) -> int:
        sign = 1 if service.direction == "in" else -1
        return sign * (entered.amount_vnd or 0) + (entered.fee_vnd or 0)

    def _offered(self, services: tuple[OtherService, ...]) -> None:
        self._services = services
        self._view.show_services(services)
        self.choose()
        self._shell.refresh_keys()

    def _service(self, code: str) -> OtherService | None:
        return next((service for service in self._services if service.code == code), None)

    def _recorded(self, done: RecordedService) -> None:
        self.is_busy, self.is_booked = False, True
        self._shell.back()
        self._shell.open_transaction(done.receipt)
        self._changes.announce(Topic.SHIPMENTS, Topic.CUSTOMERS, Topic.STANDING, Topic.SHIFT)
        self._shell.print_waiting()

    def _failed(self, error: Exception) -> None:
        self.is_busy = False
        if not isinstance(error, UserError):
            self._shell.fail(error)
            return
        name = getattr(error, "field", "")
        if name == "tendered":
            self._doubted = self._view.entered().tendered_vnd
        self._view.refuse(name, text_for(error))
