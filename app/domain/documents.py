"""What stands on a printed document: values only, every total already computed.

Queries fill these from the store; ``printing`` draws them and adds nothing up.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.domain.pricing import PriceLine


@dataclass(frozen=True, slots=True)
class Issuer:
    """The operator and office that stand at the head of every document."""

    operator: str
    tax_code: str
    office_code: str
    office_name: str
    office_address: str
    hotline: str


@dataclass(frozen=True, slots=True)
class PrintedItem:
    """One accepted item as the receipt and its label show it. ``lines`` ends with VAT."""

    code: str
    service: str
    service_label: str
    value_added: tuple[str, ...]
    contents: str
    actual_g: int
    volumetric_g: int
    charged_g: int
    declared_vnd: int
    cod_vnd: int
    receiver_name: str
    receiver_phone: str
    receiver_address: str
    receiver_province: str
    lines: tuple[PriceLine, ...]
    vat_rate_bp: int
    vat_vnd: int
    total_vnd: int


@dataclass(frozen=True, slots=True)
class ReceiptContent:
    """One receipt for one basket. ``copy`` 0 is the original, n the n-th "BẢN SAO lần n"."""

    issuer: Issuer
    number: str
    proof: str
    accepted_at: datetime
    clock_note: str
    sender_name: str
    sender_number: str
    sender_phone_masked: str
    items: tuple[PrintedItem, ...]
    total_vnd: int
    tendered_vnd: int
    change_vnd: int
    payment_label: str
    tariff_title: str
    clerk_name: str
    counter: str
    complaint_note: str
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""


@dataclass(frozen=True, slots=True)
class LabelContent:
    """The A6 label of one item. The receiver's phone is whole here: the postman needs it."""

    issuer: Issuer
    item: PrintedItem
    accepted_at: datetime
    sender_name: str
    sender_phone: str
    sender_address: str
    receipt_number: str
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""


DocumentKind = Literal["receipt", "label"]


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """One document that owes paper, as the durable print journal holds it.

    ``due``: not drawn yet; ``ready``: drawn, ``pdf`` is kept and must be what comes out;
    ``sending``: handed to a printer and not heard of since, so a crash lies in between.
    ``title`` is the file name and the printer's job name: unique for each job, ASCII.
    ``printer`` is where a job in ``sending`` went, "" before.
    """

    id: int
    document: DocumentKind
    title: str
    state: Literal["due", "ready", "sending"]
    pdf: bytes | None
    printer: str = ""
