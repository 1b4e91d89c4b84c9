"""The part of the fake desk about money after the sale: codes, accounts and the day's list.

What is booked afterwards is tested with the real counter; here it only keeps what it was told.
"""

from datetime import date
from typing import TYPE_CHECKING

from app.domain.reference.other_services import OtherService
from app.domain.vietqr import BankAccount, ShownTransfer, TransferRequest, transfer_memo
from app.queries.day_list import DayLine, DayList
from app.queries.standing import LastTransaction, PrintedState
from app.queries.transactions import AwaitedLine, CreditStanding, TransactionPage
from app.services.confirming import ConfirmedPayment, ConfirmPayment
from app.services.correcting import CorrectedShipment, CorrectShipment, QuotedCorrection, Wanted
from app.services.credit import AgreeAccount, AgreedAccount
from app.services.other_services import RecordedService, RecordService
from app.services.voiding import VoidedShipments, VoidShipments

if TYPE_CHECKING:
    from collections.abc import Callable

ACCOUNT = BankAccount("970000", "001009500001", "BUU DIEN MINH HOA", "Ngân hàng Minh Họa")
_ROWS = tuple(bytes((x * y) % 2 for x in range(29)) for y in range(29))


class FakeMoney:
    """``bank`` None: the office has no account. ``credits`` by customer number."""

    transactions: list[LastTransaction]

    def __init__(self) -> None:
        super().__init__()
        self.bank: BankAccount | None = ACCOUNT
        self.refuse_money: Exception | None = None
        self.day_lines: tuple[DayLine, ...] = ()
        self.credits: dict[str, CreditStanding] = {}
        self.pages: dict[str, TransactionPage] = {}
        self.voided: list[VoidShipments] = []
        self.corrected: list[CorrectShipment] = []
        self.confirmed: list[ConfirmPayment] = []
        self.agreed: list[AgreeAccount] = []
        self.recorded: list[RecordService] = []
        self.services: tuple[OtherService, ...] = ()
        self.quote_of: Callable[[str, Wanted], QuotedCorrection] | None = None

    def day_list(self, day: date | None = None, wanted: str = "") -> DayList:
        lines = tuple(
            DayLine(
                each.receipt, each.receipt, each.accepted_at, "items", each.customer_name,
                each.customer, "", each.items, "cash", each.total_vnd, "done",
            )
            for each in reversed(self.transactions)
            if wanted in each.receipt
        )  # fmt: skip
        more = tuple(each for each in self.day_lines if wanted in each.number)
        owed = [each.amount_vnd for each in more if each.state == "awaited"]
        return DayList(day or date(2026, 11, 21), (*lines, *more), len(owed), sum(owed))

    def transaction(self, code: str) -> TransactionPage:
        if code not in self.pages:
            sold = next(each for each in self.transactions if code in (each.receipt, *each.items))
            return TransactionPage(
                sold, "", items=(), parts=(), slips=(), same_day=True, standing=True, request=None
            )
        return self.pages[code]

    def awaited(self) -> tuple[AwaitedLine, ...]:
        return ()

    def credit(self, customer: str) -> CreditStanding | None:
        return self.credits.get(customer)

    def transfer_request(self, command_id: bytes, amount_vnd: int) -> ShownTransfer | None:
        if self.bank is None:
            return None
        request = TransferRequest(self.bank, amount_vnd, transfer_memo(command_id))
        return self.draw_transfer(request)

    def draw_transfer(self, request: TransferRequest) -> ShownTransfer:
        return ShownTransfer(request, _ROWS)

    def other_services(self) -> tuple[OtherService, ...]:
        return self.services

    def void(self, command: VoidShipments) -> VoidedShipments:
        if self.refuse_money is not None:
            raise self.refuse_money
        self.voided.append(command)
        return VoidedShipments(f"{command.code}-D1", command.code, "void", (), 0, 0, 0, "")

    def quote_correction(self, code: str, wanted: Wanted) -> QuotedCorrection:
        assert self.quote_of is not None
        return self.quote_of(code, wanted)

    def correct(self, command: CorrectShipment) -> CorrectedShipment:
        self.corrected.append(command)
        return CorrectedShipment(f"{command.code}-D1", command.code, command.code, 0, 0, 0, 0, "")

    def confirm_payment(self, command: ConfirmPayment) -> ConfirmedPayment:
        self.confirmed.append(command)
        return ConfirmedPayment(command.subject, 0, command.by, command.reference)

    def agree_account(self, command: AgreeAccount) -> AgreedAccount:
        self.agreed.append(command)
        return AgreedAccount(
            command.customer, command.contract, command.limit_vnd, command.until, ""
        )

    def record_service(self, command: RecordService) -> RecordedService:
        if self.refuse_money is not None:
            raise self.refuse_money
        self.recorded.append(command)
        return RecordedService("100950-2-0000009", command.service, command.amount_vnd, 0)

    def print_transfer_code(self, subject: str) -> tuple[PrintedState, ...]:
        assert subject
        return ()
