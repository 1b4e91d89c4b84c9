"""Entries about items already accepted: voided, given up, corrected."""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body, Posting
from app.journal.kinds.shipments import Line, Party


class Terms(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a correction may change about an item, and the price that follows from it."""

    receiver: Party
    service: str
    service_label: str
    actual_g: int
    size_cm: list[int] | None
    volumetric_g: int
    charged_g: int
    value_added: list[str]
    value_added_labels: list[str]
    zone: str
    tariff: str
    tariff_title: str
    lines: list[Line]
    net_vnd: int
    vat_rate_bp: int
    vat_vnd: int
    total_vnd: int


class _Adjustment(Body, frozen=True, kw_only=True):
    """``number`` is the slip's. ``postings`` take back what the item had booked."""

    number: str
    code: str
    receipt: str
    customer_uid: bytes
    reason: str
    clerk_name: str
    approver: int
    approver_name: str
    postings: list[Posting]


class ShipmentVoided(_Adjustment, frozen=True, kw_only=True):
    """An item taken out again. ``what``: void (the day it was taken in) or refund (later)."""

    NUMBER: ClassVar[int] = 21
    NAME: ClassVar[str] = "shipment.voided"

    what: str
    total_vnd: int


class ShipmentCorrected(_Adjustment, frozen=True, kw_only=True):
    """An item with other terms, priced by what was valid when it was taken in."""

    NUMBER: ClassVar[int] = 22
    NAME: ClassVar[str] = "shipment.corrected"

    was: Terms
    now: Terms
