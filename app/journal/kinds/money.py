"""Entries about money received."""

from typing import ClassVar

from app.journal.kinds.body import Body, Posting


class PaymentReceived(Body, frozen=True, kw_only=True):
    """A basket was paid: it closes the transaction and names its receipt."""

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
