"""What the window asks of the counter: the one door between widgets and the rest.

``app.bootstrap`` builds the real desk. Every call may touch the disk and therefore runs through a
``Runner``; reading calls use their own connection and may run beside a write.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from app.domain.devices import PrintedRound
from app.domain.daily_report import EntryLine, MadeReport, Progress, ReportFormat
from app.domain.identities import Clerk
from app.domain.places import Place
from app.domain.reference.catalogue import Catalogue
from app.queries.customers import CustomerPage, Resemblance
from app.queries.finding import Findings
from app.queries.printers import PrinterStanding
from app.queries.report.here import AskReport
from app.queries.standing import LastTransaction, Standing, Station
from app.services.customers import EditCustomer, RegisterCustomer, RegisteredCustomer
from app.services.shipments import (
    AcceptedShipments,
    AcceptShipments,
    ItemDraft,
    Quote,
)
from app.settings import Settings


class Desk(Protocol):
    """All that a screen may know or do."""

    # who and where
    def station(self) -> Station: ...
    def clerks(self) -> tuple[Clerk, ...]: ...
    def sign_in(self, code: str, pin: str) -> Clerk: ...
    def sign_out(self) -> None: ...

    # reading
    def standing(self) -> Standing: ...
    def find(self, text: str) -> Findings: ...
    def suggest(self, text: str, *, more: bool = False) -> Findings: ...
    def customer(self, number: str) -> CustomerPage: ...
    def receipt(self, code: str) -> LastTransaction: ...
    def last_transaction(self) -> LastTransaction | None: ...
    def places(self, text: str) -> tuple[Place, ...]: ...
    def resemblances(self, draft: RegisterCustomer) -> tuple[Resemblance, ...]: ...
    def catalogue(self) -> Catalogue: ...
    def quote(self, item: ItemDraft) -> Quote: ...

    # reports: by who may see the cash
    def report(self, ask: AskReport, progress: Progress = ...) -> MadeReport: ...
    def report_lines(self, places: Sequence[int]) -> tuple[EntryLine, ...]: ...
    def save_report(self, made: MadeReport, form: ReportFormat) -> str: ...

    # doing: one commit each, safe to repeat with the same command_id
    def new_command_id(self) -> bytes: ...
    def register(self, command: RegisterCustomer) -> RegisteredCustomer: ...
    def edit(self, command: EditCustomer) -> None: ...
    def accept(self, command: AcceptShipments) -> AcceptedShipments: ...

    # this computer
    def settings(self) -> Settings: ...
    def change_settings(self, changes: Mapping[str, Any]) -> Settings: ...

    # paper: never holds up a sale
    def print_queues(self) -> tuple[str, ...]:
        """The queues in which something waits; each may be worked on by itself."""

    def print_on(self, queue: str) -> PrintedRound:
        """Send what waits in one queue. It may take as long as its printer hangs."""

    def printers(self) -> tuple[PrinterStanding, ...]:
        """How every printer stood when it was last asked."""

    def receipt_in_doubt(self) -> str:
        """The oldest receipt of which only a person can say what is on paper; "" for none."""

    def test_print(self, printer: str) -> None:
        """One page to see that ``printer`` prints; it is booked nowhere."""

    def reprint(self, receipt: str) -> LastTransaction:
        """Queue a marked copy of every document of ``receipt`` and return its new state."""

    def settle_print(self, job: int, *, on_paper: bool) -> LastTransaction:
        """The clerk's word on a doubtful document: it is on paper, or a marked copy is made."""
