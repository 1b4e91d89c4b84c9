"""The part of the desk about money after the sale: voids, corrections, transfers, accounts."""

from datetime import date

from app.bootstrap.paper import PaperWork
from app.clock import utc
from app.domain.calendar import local_day
from app.domain.reference.other_services import OtherService, offered_services
from app.domain.vietqr import BankAccount, ShownTransfer, TransferRequest, transfer_memo
from app.queries import day_list, transactions
from app.queries.day_list import DayList
from app.queries.receipts import papers_of
from app.queries.standing import PrintedState
from app.queries.transactions import AwaitedLine, CreditStanding, TransactionPage
from app.services.confirming import ConfirmedPayment, ConfirmPayment, confirm_payment
from app.services.correcting import (
    CorrectedShipment,
    CorrectShipment,
    QuotedCorrection,
    Wanted,
    correct_shipment,
    quote_correction,
)
from app.services.credit import AgreeAccount, AgreedAccount, agree_account
from app.services.other_services import RecordedService, RecordService, record_service
from app.services.transfer_codes import PrintTransferCode, print_transfer_code
from app.services.voiding import VoidedShipments, VoidShipments, void_shipments
from app.services.voiding_services import void_service
from app.store.reference import reference_book
from app.store.station import here


class Money(PaperWork):
    """Each write is one commit by the clerk who is signed in."""

    def day_list(self, day: date | None = None, wanted: str = "") -> DayList:
        """Today's transactions unless another day is named."""
        with self._store.reading() as connection:
            shown = day or local_day(utc(self._store.clock.now_ms()))
            return day_list.day_list(connection, shown, wanted)

    def transaction(self, code: str) -> TransactionPage:
        with self._store.reading() as connection:
            return transactions.transaction_page(connection, code, self._store.clock.now_ms())

    def awaited(self) -> tuple[AwaitedLine, ...]:
        with self._store.reading() as connection:
            return transactions.awaited(connection)

    def credit(self, customer: str) -> CreditStanding | None:
        with self._store.reading() as connection:
            return transactions.credit(connection, customer, self._store.clock.now_ms())

    def bank_account(self) -> BankAccount | None:
        """Where transfers to this office go; None when none is on file."""
        with self._store.reading() as connection:
            book = reference_book(connection, self._store.clock.now_ms())
            return book.office(here(connection).office).account

    def transfer_request(self, command_id: bytes, amount_vnd: int) -> ShownTransfer | None:
        """The code of a transfer before the sale is booked: the same as after it."""
        account = self.bank_account()
        if account is None:
            return None
        return self.draw_transfer(TransferRequest(account, amount_vnd, transfer_memo(command_id)))

    def draw_transfer(self, request: TransferRequest) -> ShownTransfer:
        """The request with the modules of its code, for the screen."""
        from printing.barcodes import modules_of  # noqa: PLC0415 - reportlab comes with it: late

        return ShownTransfer(request, modules_of(request.payload))

    def other_services(self) -> tuple[OtherService, ...]:
        with self._store.reading() as connection:
            book = reference_book(connection, self._store.clock.now_ms())
            return offered_services(book)

    def void(self, command: VoidShipments) -> VoidedShipments:
        """Items, or the service that the receipt is of."""
        page = self.transaction(command.code)
        do = void_service if page.service else void_shipments
        return do(command, self._store.unit_of_work(), self._session.clerk)

    def quote_correction(self, code: str, wanted: Wanted) -> QuotedCorrection:
        with self._store.reading() as connection:
            return quote_correction(code, wanted, connection)

    def correct(self, command: CorrectShipment) -> CorrectedShipment:
        return correct_shipment(command, self._store.unit_of_work(), self._session.clerk)

    def confirm_payment(self, command: ConfirmPayment) -> ConfirmedPayment:
        return confirm_payment(command, self._store.unit_of_work(), self._session.clerk)

    def agree_account(self, command: AgreeAccount) -> AgreedAccount:
        return agree_account(command, self._store.unit_of_work(), self._session.clerk)

    def record_service(self, command: RecordService) -> RecordedService:
        return record_service(command, self._store.unit_of_work(), self._session.clerk)

    def print_transfer_code(self, subject: str) -> tuple[PrintedState, ...]:
        """Queue the VietQR code of what is awaited under a number."""
        command = PrintTransferCode(self._new_command_id(), subject)
        done = print_transfer_code(command, self._store.unit_of_work(), self._session.clerk)
        with self._store.reading() as connection:
            return papers_of(connection, done)
