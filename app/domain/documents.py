"""What stands on a printed document: values only, every total already computed.

Queries fill these from the store; ``printing`` draws them and adds nothing up.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args

from app.domain.pricing import PriceLine
from app.domain.shift_summary import ShiftSummary


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
    """One receipt for one basket. ``copy`` 0 is the original, n the n-th "BẢN SAO lần n".

    ``shift`` is its serial at the counter, 0 where no drawer was open.
    """

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
    parts: tuple[tuple[str, int], ...] = ()
    """In what ways it was paid, when there are several."""
    shift: int = 0


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
    corrected_by: str = ""  # the slip of the correction that this label follows


@dataclass(frozen=True, slots=True)
class ShiftContent:
    """The Z of a closed shift, or its n-th copy: frozen, whatever was corrected later.

    Of an open one, the X: nothing is on record of it.
    """

    issuer: Issuer
    summary: ShiftSummary
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""
    read_at: datetime | None = None  # of an X: when


@dataclass(frozen=True, slots=True)
class ShiftCorrectionContent:
    """The slip of one correction of a closed shift; its Z stays as it was."""

    issuer: Issuer
    number: str
    shift: str
    z_number: int
    closed_at: datetime
    at: datetime
    clock_note: str
    counted_was_vnd: int
    counted_vnd: int
    difference_vnd: int
    reason: str
    clerk_name: str
    counter: str
    approver_name: str
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""


@dataclass(frozen=True, slots=True)
class CardContent:
    """A customer card: name and number, and whose card it is. ``sheet``: ten of them on A4.

    ``signed``: the digits of its QR, "" for a card that headquarters has not signed.
    """

    operator: str
    hotline: str
    number: str
    full_name: str
    since_year: int
    sheet: bool = False
    signed: str = ""


@dataclass(frozen=True, slots=True)
class SlipItem:
    """One item on a slip. ``changes``: label, old and new value; none for an item taken out."""

    code: str
    service_label: str
    was_vnd: int
    now_vnd: int
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AdjustmentContent:
    """The slip of a void, refund or correction. ``amount_vnd`` is negative for money given back.

    ``parts``: in what ways, with signs as ``amount_vnd`` has them.
    """

    issuer: Issuer
    number: str
    what: str
    at: datetime
    clock_note: str
    receipt_number: str
    receipt_proof: str
    accepted_at: datetime
    customer_name: str
    customer_number: str
    items: tuple[SlipItem, ...]
    reason: str
    amount_vnd: int
    parts: tuple[tuple[str, int], ...]
    tendered_vnd: int
    change_vnd: int
    clerk_name: str
    counter: str
    approver_name: str
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""


@dataclass(frozen=True, slots=True)
class ServiceContent:
    """The receipt of a service of another system. ``due_vnd`` is negative for money paid out."""

    issuer: Issuer
    number: str
    proof: str
    at: datetime
    clock_note: str
    customer_name: str
    customer_number: str
    service_label: str
    direction: str
    details: tuple[tuple[str, str], ...]
    amount_vnd: int
    fee_vnd: int
    vat_rate_bp: int
    vat_vnd: int
    due_vnd: int
    parts: tuple[tuple[str, int], ...]
    tendered_vnd: int
    change_vnd: int
    clerk_name: str
    counter: str
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""


@dataclass(frozen=True, slots=True)
class TransferContent:
    """A VietQR code on paper, for who pays by telephone. ``payload`` is the text of the code."""

    issuer: Issuer
    number: str
    bank: str
    account: str
    holder: str
    amount_vnd: int
    memo: str
    payload: str
    asked_at: datetime
    clerk_name: str
    counter: str


@dataclass(frozen=True, slots=True)
class ComplaintContent:
    """The slip of a complaint, or its n-th copy. ``due_on`` is the day that was promised on it."""

    issuer: Issuer
    number: str
    received_at: datetime
    clock_note: str
    due_on: date
    timeliness_note: str
    late: bool
    type_label: str
    item: str
    item_note: str
    name: str
    role_label: str
    phone_masked: str
    facts: str
    remedy: str
    clerk_name: str
    counter: str
    copy: int = 0
    copied_at: datetime | None = None
    copied_by: str = ""


Content = (
    ComplaintContent
    | ReceiptContent
    | LabelContent
    | ShiftContent
    | ShiftCorrectionContent
    | CardContent
    | AdjustmentContent
    | ServiceContent
    | TransferContent
)
"""What stands on any piece of paper."""

DocumentKind = Literal[
    "receipt",
    "label",
    "shift",
    "shift_correction",
    "customer_card",
    "card_sheet",
    "adjustment",
    "corrected_label",
    "service",
    "transfer_code",
    "complaint",
]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = get_args(DocumentKind)
