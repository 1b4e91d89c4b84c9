"""Entries about items: accepted over the counter."""

from typing import ClassVar

import msgspec

from app.journal.kinds.body import Body, Posting


class Party(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sender or receiver as written on the item. ``address`` is the whole line as printed."""

    name: str
    phone: str
    street: str
    commune: str
    scheme: str
    province: str
    address: str


class Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One priced line with the rule of the tariff that gave it."""

    rule: str
    label: str
    amount_vnd: int


class ShipmentAccepted(Body, frozen=True, kw_only=True):
    """One item taken in. Its price was computed once and is copied here, never recomputed."""

    NUMBER: ClassVar[int] = 20
    NAME: ClassVar[str] = "shipment.accepted"

    code: str
    receipt: str
    position: int
    customer_uid: bytes
    office: str
    sender: Party
    receiver: Party
    service: str
    service_label: str
    contents: str
    actual_g: int
    size_cm: list[int] | None
    volumetric_g: int
    charged_g: int
    declared_vnd: int
    cod_vnd: int
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
    checklist: str
    checked: list[str]
    postings: list[Posting]
