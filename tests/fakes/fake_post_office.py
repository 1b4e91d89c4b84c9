"""A sample post office for the fake desk: people, places, what is offered, what it costs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from app.domain.customer_number import make_customer_number
from app.domain.identities import Clerk, Role
from app.domain.names import fold
from app.domain.phones import mask_phone
from app.domain.places import Place
from app.domain.pricing import PriceLine, Quote
from app.domain.reference.catalogue import (
    Catalogue,
    Checklist,
    CheckPoint,
    OfferedService,
    OfferedValueAdded,
)
from app.queries.customers import CustomerPage, HistoryLine
from app.queries.standing import LeaseLevel, Standing, Station
from app.queries.sync_report import HeldEntry, SyncReport
from app.services.shipments import ItemDraft

NOW = datetime(2026, 11, 21, 7, 32, tzinfo=UTC)
"""Saturday, 14:32 in Vietnam."""

PIN = "123456"

STATION = Station(
    office_code="100950",
    office_name="Cửa Nam",
    counter="2",
    terminal=100950_02,
    operator="Bưu điện mẫu",
    hotline="1900 0000",
)

CLERKS = (
    Clerk(1, "chau", "Trần Minh Châu", Role.CLERK),
    Clerk(2, "tuong", "Công Tằng Tôn Nữ Hoàng Phương Tường", Role.CLERK),
    Clerk(3, "phuc", "Lê Hồng Phúc", Role.SUPERVISOR),
)

PLACES = (
    Place("26740", "Sài Gòn", "Phường", "79", "Hồ Chí Minh", "2025-07",
          "Phường Sài Gòn, Hồ Chí Minh", was="Phường Bến Nghé"),
    Place("00070", "Hoàn Kiếm", "Phường", "01", "Hà Nội", "2025-07",
          "Phường Hoàn Kiếm, Hà Nội"),
    Place("00199", "Láng", "Phường", "01", "Hà Nội", "2025-07", "Phường Láng, Hà Nội"),
    Place("02212", "Nông Tiến", "Phường", "08", "Tuyên Quang", "2025-07",
          "Phường Nông Tiến, Tuyên Quang", was="Phường Ỷ La"),
    Place("11560", "Hưng Đạo", "Xã", "31", "Hải Phòng", "2025-07", "Xã Hưng Đạo, Hải Phòng"),
    Place("20230", "Hải Châu", "Phường", "48", "Đà Nẵng", "2025-07", "Phường Hải Châu, Đà Nẵng"),
)  # fmt: skip


def places(text: str) -> tuple[Place, ...]:
    """Every word typed begins a word of the place, in any order."""
    wanted = fold(text).split()
    return tuple(
        place
        for place in PLACES
        if wanted
        and all(
            any(word.startswith(part) for word in fold(f"{place.label} {place.was}").split())
            for part in wanted
        )
    )


def number(serial: int, year: str = "26") -> str:
    return make_customer_number(f"01{year}", serial)


def _page(serial: int, name: str, phone: str, street: str, place: Place) -> CustomerPage:
    return CustomerPage(
        number=number(serial, "19" if serial == 48213 else "24"),
        full_name=name,
        birth_date=date(1988, 3, 8),
        sex="female",
        citizen_masked="0011••••••12",
        citizen_source="card",
        phones=(phone,),
        phones_masked=(mask_phone(phone),),
        street=street,
        commune=place.code,
        address=f"{street}, {place.label}",
        alert_note="",
        since=NOW - timedelta(days=365 * 3),
        shipments=serial % 9,
        history=(),
    )


def customers() -> dict[str, CustomerPage]:
    tuyet = replace(
        _page(48213, "Nguyễn Thị Ánh Tuyết", "+84903123456", "12 Hàng Bông", PLACES[1]),
        shipments=12,
        alert_note="Nghe kém, nói to và chậm. Hàng gốm sứ: chèn thêm.",
        history=(
            HistoryLine(NOW - timedelta(days=3), "item", "CA104882117VN", "Bưu kiện → Đà Nẵng",
                        "4.000 g", "đã nhận"),
            HistoryLine(NOW - timedelta(days=27), "item", "EE471108151VN", "EMS → Hồ Chí Minh",
                        "250 g", "đã nhận"),
            HistoryLine(NOW - timedelta(days=40), "edited", "", "Sửa số điện thoại",
                        "0903 ••• 455 → 0903 ••• 456", ""),
        ),
    )  # fmt: skip
    others = (
        _page(107755, "Nguyễn Thị Anh Thư", "+84912345118", "Thôn Đông", PLACES[4]),
        _page(311902, "Nguyễn Thị Anh Trang", "+84988321020", "38 Lê Lợi", PLACES[0]),
        _page(451, "Nguyễn Thị Ánh Tuyết", "+84903777456", "Ngõ 5 Láng Hạ", PLACES[2]),
        _page(77, "Công Tằng Tôn Nữ Hoàng Phương Tường", "+84968000111", "Số 1234/56/78 ngõ 9 "
              "đường Cách mạng tháng Tám, tổ dân phố Đông Thành Xuân Thượng", PLACES[3]),
    )  # fmt: skip
    return {page.number: page for page in (tuyet, *others)}


def standing(recorded: int) -> Standing:
    return Standing(
        recorded=recorded,
        unsent=recorded,
        oldest_unsent_at=NOW - timedelta(minutes=14) if recorded else None,
        acked=0,
        state="alone",
        leases=(
            LeaseLevel("item.C", "số bưu kiện", "CA104882503VN", 412, low=False),
            LeaseLevel("customer", "số khách hàng", number(1), 18, low=True),
        ),
        clock_note="",
    )


def _service(code: str, label: str, prefix: str, max_g: int) -> OfferedService:
    added = ("delivery_advice", "declared", "personal", "inspection", "cod", "receiver_pays")
    return OfferedService(
        code, label, label, prefix, max_g, 150, 300, 100_000_000, 50_000_000, added
    )


CATALOGUE = Catalogue(
    valid_on=date(2026, 11, 21),
    services=(
        _service("registered", "Bưu phẩm bảo đảm", "RA", 2_000),
        _service("parcel", "Bưu kiện", "CA", 30_000),
        _service("consigned", "Bưu chính ủy thác", "DA", 200_000),
        _service("ems", "EMS", "EA", 30_000),
    ),
    value_added=(
        OfferedValueAdded("delivery_advice", "Báo phát", "flat", (), ""),
        OfferedValueAdded("declared", "Khai giá", "declared", (), ""),
        OfferedValueAdded("personal", "Phát tận tay", "flat", (), ""),
        OfferedValueAdded("inspection", "Đồng kiểm", "flat", (), ""),
        OfferedValueAdded("cod", "Thu hộ COD", "cod", (), ""),
        OfferedValueAdded("receiver_pays", "Người nhận trả cước", "flat", ("cod",), "receiver"),
    ),
    checklist=Checklist(
        version="2026-07",
        points=(
            CheckPoint("seen", "Đã xem nội dung", "Xem bên trong trước khi niêm phong."),
            CheckPoint("lawful", "Không có hàng cấm", "Đối chiếu danh mục hàng cấm gửi."),
            CheckPoint("sealed", "Đã niêm phong", "Niêm phong trước mặt khách.", ("parcel",)),
        ),
        prohibited=(),
        conditional=(),
    ),
    vat_rate_bp=800,
    tariff_title="BIỂU CƯỚC MINH HỌA",
)

_VALUE_ADDED_VND = {"delivery_advice": 7_000, "personal": 5_000, "inspection": 10_000}


def quote(item: ItemDraft) -> Quote:
    """9.000 đồng a begun kilogram, value added by table, 1 % of the declared value, VAT 8 %."""
    length, width, height = item.size_cm or (0, 0, 0)
    volumetric_g = length * width * height // 6
    charged_g = max(item.actual_g, volumetric_g)
    postage = -(-charged_g // 1000) * 9_000
    lines = [PriceLine("base", f"Cước chính vùng 2, {charged_g:,} g".replace(",", "."), postage)]
    if item.declared_vnd:
        lines.append(PriceLine("declared", "Khai giá 1 %", item.declared_vnd // 100))
    for code in item.value_added:
        if code in _VALUE_ADDED_VND:
            label = next(each.label for each in CATALOGUE.value_added if each.code == code)
            lines.append(PriceLine(code, label, _VALUE_ADDED_VND[code]))
    net = sum(line.amount_vnd for line in lines)
    vat = net * 8 // 100
    lines.append(PriceLine("vat", "VAT 8 %", vat))
    return Quote(
        service=item.service,
        zone="2",
        volumetric_g=volumetric_g,
        charged_g=charged_g,
        lines=tuple(lines),
        net_vnd=net,
        vat_rate_bp=800,
        vat_vnd=vat,
        total_vnd=net + vat,
        tariff="sample-2026",
        tariff_title="BIỂU CƯỚC MINH HỌA",
    )


def sync_report() -> SyncReport:
    """128 recorded, six not yet sent, one kept back."""
    return SyncReport(
        at=NOW,
        headquarters="trungtam.tem.example",
        state="online",
        recorded=128,
        acked=122,
        oldest_unsent_at=NOW - timedelta(minutes=14),
        heard_at=NOW - timedelta(minutes=15),
        next_try_at=None,
        problem="",
        clock_off_s=3,
        held=(
            HeldEntry(
                seq=97,
                what="Nhận bưu gửi",
                recorded_at=NOW - timedelta(hours=2),
                status="quarantined",
                why="Số đã dùng nằm ngoài dải số được cấp cho quầy.",
            ),
        ),
    )
