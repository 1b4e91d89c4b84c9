"""Entries about services that another system carries out: postal finance, press subscriptions."""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body, Posting
from app.journal.kinds.money import PaymentPart


class Detail(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field that the service asks for, with its label of that day."""

    field: str
    label: str
    value: str


class ServiceRecorded(Body, frozen=True, kw_only=True):
    """What was done for a customer, and the money that went over the counter for it.

    ``direction``: ``in``, the customer pays ``amount_vnd``; ``out``, the customer gets it. The fee
    with its tax is paid by the customer in both. ``due_vnd`` is negative when money goes out.
    """

    NUMBER: ClassVar[int] = 25
    NAME: ClassVar[str] = "service.recorded"

    number: str
    customer_uid: bytes
    customer_number: str
    office: str
    service: str
    service_label: str
    direction: str
    amount_vnd: int
    fee_vnd: int
    vat_rate_bp: int
    vat_vnd: int
    period_from: str
    period_to: str
    reference: str
    details: list[Detail]
    method: str
    parts: list[PaymentPart]
    due_vnd: int
    tendered_vnd: int
    change_vnd: int
    clerk_name: str
    counter: str
    postings: list[Posting]


class ServiceVoided(Body, frozen=True, kw_only=True):
    """A recorded service taken back the same day; ``number`` is the slip's."""

    NUMBER: ClassVar[int] = 26
    NAME: ClassVar[str] = "service.voided"

    number: str
    receipt: str
    customer_uid: bytes
    reason: str
    clerk_name: str
    approver: int
    approver_name: str
    postings: list[Posting]
