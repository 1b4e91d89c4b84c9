"""Entries about money: received, given back, collected afterwards, confirmed, agreed on account."""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body, Posting


class PaymentPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which a part of a sum was given; ``amount_vnd`` is always positive.

    ``method``: cash, transfer, account; in what is given back also ``pending``, which takes off
    what is still awaited by transfer under the number ``of``. ``memo`` is what the customer writes
    into the transfer, so that it can be found again.
    """

    method: str
    amount_vnd: int
    memo: str = ""
    of: str = ""


class AnyPaymentReceived(Body, frozen=True, kw_only=True):
    """What both versions of payment.received say."""

    NUMBER: ClassVar[int] = 30
    NAME: ClassVar[str] = "payment.received"

    receipt: str
    customer_uid: bytes
    customer_number: str
    items: list[str]
    method: str
    due_vnd: int
    tendered_vnd: int
    change_vnd: int
    clerk_name: str
    counter: str
    postings: list[Posting]


class CashPaymentReceived(AnyPaymentReceived, frozen=True, kw_only=True):
    """Version 1: all of it in cash."""

    VERSION: ClassVar[int] = 1


class PaymentReceived(AnyPaymentReceived, frozen=True, kw_only=True):
    """A basket was paid: it closes the transaction and names its receipt.

    ``method`` is that of the one part, ``mixed`` for several. ``tendered_vnd`` is all that was
    given in any way; less ``change_vnd`` it is what was due.
    """

    VERSION: ClassVar[int] = 2

    parts: list[PaymentPart]


class AnySettlement(Body, frozen=True, kw_only=True):
    """What a void, a refund or a correction came to: it closes the transaction, names its slip.

    ``number`` is the slip's; ``what``: void, refund, correction. ``approver`` is a clerk's number.
    """

    number: str
    receipt: str
    customer_uid: bytes
    what: str
    items: list[str]
    amount_vnd: int
    parts: list[PaymentPart]
    reason: str
    clerk_name: str
    counter: str
    approver: int
    approver_name: str
    postings: list[Posting]


class PaymentRefunded(AnySettlement, frozen=True, kw_only=True):
    """``amount_vnd`` goes back to the customer; 0 when there was nothing to give back."""

    NUMBER: ClassVar[int] = 31
    NAME: ClassVar[str] = "payment.refunded"


class PaymentConfirmed(Body, frozen=True, kw_only=True):
    """A transfer that was awaited has arrived, or one that was owed has left.

    ``subject`` and ``position`` name the part; ``amount_vnd`` is negative for one that left.
    ``by`` is ``cash`` when the customer brought the money instead of transferring it.
    """

    NUMBER: ClassVar[int] = 32
    NAME: ClassVar[str] = "payment.confirmed"

    subject: str
    position: int
    receipt: str
    customer_uid: bytes
    amount_vnd: int
    by: str
    reference: str
    clerk_name: str
    postings: list[Posting]


class AccountAgreed(Body, frozen=True, kw_only=True):
    """A contract customer may owe up to ``limit_vnd``, until the day ``until`` inclusive."""

    NUMBER: ClassVar[int] = 33
    NAME: ClassVar[str] = "account.agreed"

    customer_uid: bytes
    customer_number: str
    contract: str
    limit_vnd: int
    until: str
    clerk_name: str
    approver: int
    approver_name: str


class PaymentCollected(AnySettlement, frozen=True, kw_only=True):
    """A correction made an item dearer: ``amount_vnd`` came in afterwards."""

    NUMBER: ClassVar[int] = 34
    NAME: ClassVar[str] = "payment.collected"

    tendered_vnd: int
    change_vnd: int
