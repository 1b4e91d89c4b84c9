"""What the terminals of a bench record: bodies as long as those that counters write."""

from app.domain.customer_number import make_customer_number
from app.domain.item_code import make_item_code
from app.journal.kinds.body import Posting
from app.journal.kinds.customers import CustomerRegistered
from app.journal.kinds.money import PaymentPart, PaymentReceived
from app.journal.kinds.shipments import Line, Party, ShipmentAccepted

_NET, _VAT = 13_200, 1_056
_TOTAL = _NET + _VAT
_NAMES = ("Nguyễn Thị Ánh Tuyết", "Trần Văn Bình", "Lê Hoàng Phương Thảo", "Phạm Quốc Đạt")
_STREETS = ("12 Hàng Bông", "45 Nguyễn Trãi", "Thôn Ỷ La", "7 Lê Lợi")


def a_registration(serial: int) -> CustomerRegistered:
    """Customer ``serial`` of the province; no two share a phone."""
    return CustomerRegistered(
        uid=_uid(serial),
        number=make_customer_number("0126", serial),
        office="100950",
        full_name=_NAMES[serial % len(_NAMES)],
        birth_date="1990-01-01",
        sex="female",
        citizen=None,
        phones=[f"+849{serial:08}"],
        street=_STREETS[serial % len(_STREETS)],
        commune="00070",
        scheme="2025-07",
        alert_note="",
    )


def a_sale(
    code_serial: int, receipt: str, customer: int
) -> tuple[ShipmentAccepted, PaymentReceived]:
    """One registered letter and its payment in cash."""
    code = make_item_code("RA", code_serial)
    return _item(code, receipt, customer), _paid(code, receipt, customer)


def _item(code: str, receipt: str, customer: int) -> ShipmentAccepted:
    return ShipmentAccepted(
        code=code,
        receipt=receipt,
        position=1,
        customer_uid=_uid(customer),
        office="100950",
        sender=_party(customer),
        receiver=_party(customer + 1),
        service="registered",
        service_label="Bưu phẩm bảo đảm",
        contents="Tài liệu",
        actual_g=85,
        size_cm=None,
        volumetric_g=0,
        charged_g=85,
        declared_vnd=0,
        cod_vnd=0,
        value_added=[],
        value_added_labels=[],
        zone="far",
        tariff="2026-01",
        tariff_title="BIỂU CƯỚC MINH HỌA",
        lines=[Line("r1", "Cước chính", _NET), Line("vat", "Thuế GTGT 8 %", _VAT)],
        net_vnd=_NET,
        vat_rate_bp=800,
        vat_vnd=_VAT,
        total_vnd=_TOTAL,
        checklist="2026-07",
        checked=["seen", "allowed", "packed", "address"],
        postings=[
            Posting("basket", _TOTAL),
            Posting("revenue.registered", -_NET),
            Posting("vat.output", -_VAT),
        ],
    )


def _paid(code: str, receipt: str, customer: int) -> PaymentReceived:
    return PaymentReceived(
        receipt=receipt,
        customer_uid=_uid(customer),
        customer_number=make_customer_number("0126", customer),
        items=[code],
        method="cash",
        due_vnd=_TOTAL,
        tendered_vnd=_TOTAL + 744,
        change_vnd=744,
        clerk_name="Trần Minh Châu",
        counter="2",
        postings=[Posting("drawer", _TOTAL), Posting("basket", -_TOTAL)],
        parts=[PaymentPart(method="cash", amount_vnd=_TOTAL)],
    )


def _uid(serial: int) -> bytes:
    return serial.to_bytes(16, "big")


def _party(serial: int) -> Party:
    street = _STREETS[serial % len(_STREETS)]
    return Party(
        name=_NAMES[serial // 4 % len(_NAMES)],
        phone=f"+849{serial:08}",
        street=street,
        commune="02200",
        scheme="2025-07",
        province="Tuyên Quang",
        address=f"{street}, Xã An Tường, Tuyên Quang",
    )
