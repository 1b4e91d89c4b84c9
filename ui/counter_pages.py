"""Makes the pages of the counter for the window; the one place that knows all screens."""

from app.domain.citizen import CitizenCard
from app.domain.drafts import Begun, ItemEntry
from app.queries.customers import CustomerPage
from ui.day_pages import DayPages
from ui.screens.acceptance.screen import AcceptanceScreen
from ui.screens.bulk.screen import BulkScreen
from ui.screens.case.screen import CaseScreen
from ui.screens.complaint.screen import ComplaintScreen
from ui.screens.complaints.screen import ComplaintsScreen
from ui.screens.correction.screen import CorrectionScreen
from ui.screens.customer.screen import CustomerScreen
from ui.screens.devices.screen import DevicesScreen
from ui.screens.labels.screen import LabelsScreen
from ui.screens.receipt.screen import ReceiptScreen
from ui.screens.registration.screen import RegistrationScreen
from ui.screens.report.screen import ReportScreen
from ui.screens.service.screen import ServiceScreen
from ui.screens.settings.screen import SettingsScreen
from ui.screens.syncing.screen import SyncingScreen
from ui.screens.transactions.screen import TransactionsScreen
from ui.shell.handle import Shell
from ui.shell.screen import Screen
from ui.shell.start_page import StartScreen


class CasePages(DayPages):
    """The pages of complaints."""

    def complaint(self, shell: Shell, code: str) -> Screen:
        return ComplaintScreen(self._desk, self._runners, self._changes, shell).begin(code)

    def complaints(self, shell: Shell) -> Screen:
        return ComplaintsScreen(self._desk, self._runners, self._changes, shell).begin()

    def case(self, shell: Shell, number: str) -> Screen:
        return CaseScreen(self._desk, self._runners, self._changes, shell).begin(number)


class CounterPages(CasePages):
    """The ``Makers`` of the steering."""

    def start(self, shell: Shell) -> Screen:
        return StartScreen(self._desk, self._runners.reading, self._changes, shell)

    def customer(self, shell: Shell, number: str, card: CitizenCard | None = None) -> Screen:
        screen = CustomerScreen(self._desk, self._runners, self._changes, shell)
        return screen.begin(number, card)

    def registration(self, shell: Shell, card: CitizenCard | None, typed: str) -> Screen:
        screen = RegistrationScreen(self._desk, self._runners, self._changes, shell)
        return screen.begin(card, typed)

    def acceptance(self, shell: Shell, customer: CustomerPage, item: ItemEntry | None) -> Screen:
        screen = AcceptanceScreen(self._desk, self._runners, self._changes, shell)
        return screen.begin(customer, item)

    def basket(self, shell: Shell, begun: Begun) -> Screen:
        return AcceptanceScreen(self._desk, self._runners, self._changes, shell).begin(begun)

    def labels(self, shell: Shell) -> Screen:
        return LabelsScreen(self._desk, self._runners, shell).begin()

    def bulk(self, shell: Shell, customer: str) -> Screen:
        return BulkScreen(self._desk, self._runners, self._changes, shell).begin(customer)

    def receipt(self, shell: Shell, receipt: str) -> Screen:
        return ReceiptScreen(self._desk, self._runners, self._changes, shell).begin(receipt)

    def report(self, shell: Shell) -> Screen:
        return ReportScreen(self._desk, self._runners, shell).begin()

    def transactions(self, shell: Shell) -> Screen:
        return TransactionsScreen(self._desk, self._runners, self._changes, shell).begin()

    def transaction(self, shell: Shell, code: str) -> Screen:
        return CorrectionScreen(self._desk, self._runners, self._changes, shell).begin(code)

    def service(self, shell: Shell, customer: CustomerPage) -> Screen:
        return ServiceScreen(self._desk, self._runners, self._changes, shell).begin(customer)

    def devices(self, shell: Shell) -> Screen:
        return DevicesScreen(self._desk, self._runners, self._changes, shell).begin()

    def syncing(self, shell: Shell) -> Screen:
        return SyncingScreen(self._desk, self._runners, self._changes, shell).begin()

    def settings(self, shell: Shell) -> Screen:
        return SettingsScreen(self._desk, self._runners, shell).begin()
