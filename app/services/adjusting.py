"""What voids, refunds and corrections share: the receipt, who approved, and how money goes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.clock import utc
from app.domain import accounts, item_code
from app.domain.calendar import local_day
from app.domain.discretion import discreet
from app.domain.identities import Clerk
from app.domain.scanning import Shape, recognise
from app.domain.vietqr import transfer_memo
from app.errors import UserError
from app.journal.kinds.body import Posting
from app.journal.kinds.money import AnySettlement, PaymentPart, PaymentRefunded
from app.journal.kinds.shipments import ShipmentAccepted
from app.services.entering import TextUnusable, read_needed
from app.services.paying import legs
from app.store.adjustments import next_slip, parts_of
from app.store.sales import (
    ReceiptUnknown,
    StoredReceipt,
    receipt_by_number,
    receipt_by_proof,
    receipt_of_item,
)
from app.store.station import here
from app.store.uow import UnitOfWork

LONGEST_REASON = 200
REFUND_METHODS = ("cash", "transfer")


@dataclass(eq=False)
class AdjustmentReasonUnusable(TextUnusable):
    """Empty counts too: nothing is taken back without a reason on record."""

    code: ClassVar[str] = "adjusting.reason"
    field: ClassVar[str] = "reason"


@dataclass(eq=False)
class ItemNotHere(UserError):
    """The item does not stand on this receipt."""

    code: ClassVar[str] = "adjusting.item_not_here"
    field: ClassVar[str] = "items"
    item: str
    receipt: str


@dataclass(eq=False)
class ItemGone(UserError):
    """The item was voided or given up before: nothing is left to change."""

    code: ClassVar[str] = "adjusting.item_gone"
    field: ClassVar[str] = "items"
    item: str


@dataclass(eq=False)
class ItemUnderway(UserError):
    """The item has left the counter's table: it lies in a bag, or farther."""

    code: ClassVar[str] = "adjusting.item_underway"
    field: ClassVar[str] = "items"
    item: str


@dataclass(eq=False)
class RefundMethodUnknown(UserError):
    code: ClassVar[str] = "adjusting.refund_method"
    field: ClassVar[str] = "refund"
    method: str


@dataclass(frozen=True, slots=True)
class Adjusting:
    """One slip in the making."""

    uow: UnitOfWork
    receipt: StoredReceipt
    number: str
    counter: str
    reason: str
    clerk: Clerk
    approver: Clerk
    command_id: bytes

    @property
    def same_day(self) -> bool:
        """Whether the receipt is of today, by the calendar of Vietnam."""
        return local_day(utc(self.receipt.accepted_ms)) == local_day(utc(self.uow.now_ms))


@dataclass(frozen=True, slots=True)
class Asked:
    """What every command about a finished receipt says. ``code``: of receipt, proof or item."""

    code: str
    reason: str
    command_id: bytes


def begin(uow: UnitOfWork, asked: Asked, clerk: Clerk, approver: Clerk) -> Adjusting:
    """Raises AdjustmentReasonUnusable, ReceiptUnknown."""
    reason = read_needed(asked.reason, LONGEST_REASON, AdjustmentReasonUnusable)
    receipt = found_receipt(uow.connection, asked.code)
    return Adjusting(
        uow=uow,
        receipt=receipt,
        number=next_slip(uow.connection, receipt.number),
        counter=here(uow.connection).counter,
        reason=reason,
        clerk=clerk,
        approver=approver,
        command_id=asked.command_id,
    )


def found_receipt(connection: sa.Connection, code: str) -> StoredReceipt:
    """By its number, its proof code or the number of one of its items. Raises ReceiptUnknown."""
    found = recognise(code)
    if found.problem is not None:
        raise found.problem
    if found.shape is Shape.PROOF:
        stored = receipt_by_proof(connection, found.value)
    else:
        item = found.shape is Shape.ITEM
        number = receipt_of_item(connection, found.value) if item else found.value
        stored = receipt_by_number(connection, number) if number else None
    if stored is None:
        raise ReceiptUnknown(receipt=discreet(code))
    return stored


def check_status(code: str, status: str | None, receipt: str) -> None:
    """Raises ItemNotHere, ItemGone, ItemUnderway unless the item still lies at the counter."""
    shown = item_code.grouped(code)
    if status is None:
        raise ItemNotHere(item=shown, receipt=receipt)
    if status in {"voided", "refunded"}:
        raise ItemGone(item=shown)
    if status != "accepted":
        raise ItemUnderway(item=shown)


def check_refund_method(method: str) -> None:
    """Raises RefundMethodUnknown."""
    if method not in REFUND_METHODS:
        raise RefundMethodUnknown(method=discreet(method))


def owing_legs(item: ShipmentAccepted, owed: str, sign: int) -> list[Posting]:
    """What an item books when it is taken in (sign 1), or takes back (-1). ``owed``: by whom."""
    return legs(
        (owed, sign * item.total_vnd),
        (accounts.revenue(item.service), -sign * item.net_vnd),
        (accounts.VAT_OUTPUT, -sign * item.vat_vnd),
    )


def debtor_of(item: ShipmentAccepted) -> str:
    """The account that owes the item's price: the basket, or the receiver."""
    if any(leg.account == accounts.AT_DELIVERY for leg in item.postings):
        return accounts.AT_DELIVERY
    return accounts.BASKET


def refund(
    of: Adjusting, what: str, items: Sequence[str], amount_vnd: int, method: str
) -> PaymentRefunded:
    """Give back ``amount_vnd``: first what was never really paid, the rest by ``method``.

    What is owed on account is owed less, a transfer that is awaited is awaited less; money that
    came in goes out in cash, or is owed as a transfer.
    """
    parts, left_vnd = _taken_off(of, amount_vnd)
    if left_vnd:
        memo = transfer_memo(of.command_id) if method == "transfer" else ""
        parts.append(PaymentPart(method=method, amount_vnd=left_vnd, memo=memo))
    return PaymentRefunded(
        number=of.number,
        receipt=of.receipt.number,
        customer_uid=of.receipt.customer_uid,
        what=what,
        items=list(items),
        amount_vnd=amount_vnd,
        parts=parts,
        reason=of.reason,
        clerk_name=of.clerk.name,
        counter=of.counter,
        approver=of.approver.id,
        approver_name=of.approver.name,
        postings=legs(
            (accounts.BASKET, amount_vnd),
            *((_GIVES[part.method], -part.amount_vnd) for part in parts),
        ),
    )


def cash_of(settled: AnySettlement) -> int:
    """What of a settlement went over the counter in notes."""
    return sum(part.amount_vnd for part in settled.parts if part.method == "cash")


_GIVES = {
    "cash": accounts.DRAWER,
    "transfer": accounts.TRANSFER_OWED,
    "account": accounts.RECEIVABLE,
    "pending": accounts.TRANSFER_PENDING,
}


def _taken_off(of: Adjusting, amount_vnd: int) -> tuple[list[PaymentPart], int]:
    """Parts that only lower what is owed to us, and what is left to give back."""
    paid = parts_of(of.uow.connection, of.receipt.number)
    parts: list[PaymentPart] = []
    left_vnd = amount_vnd
    on_account_vnd = sum(part.amount_vnd for part in paid if part.method == "account")
    if taken_vnd := min(left_vnd, max(0, on_account_vnd)):
        parts.append(PaymentPart(method="account", amount_vnd=taken_vnd))
        left_vnd -= taken_vnd
    for part in paid:
        if taken_vnd := min(left_vnd, max(0, part.open_vnd)):
            parts.append(PaymentPart(method="pending", amount_vnd=taken_vnd, of=part.subject))
            left_vnd -= taken_vnd
    return parts, left_vnd
