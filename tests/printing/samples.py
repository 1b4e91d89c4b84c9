"""Sample documents: an easy one, and one whose every text is as long as life makes them."""

from dataclasses import replace
from datetime import UTC, datetime

from app.domain.documents import Issuer, LabelContent, PrintedItem, ReceiptContent
from app.domain.pricing import PriceLine

ACCEPTED_AT = datetime(2026, 11, 21, 13, 58, 12, tzinfo=UTC)

ISSUER = Issuer(
    operator="TỔNG CÔNG TY BƯU ĐIỆN VIỆT NAM",
    tax_code="0102595740",
    office_code="100950",
    office_name="Tràng Tiền",
    office_address="66 Tràng Tiền, phường Cửa Nam, Hà Nội",
    hotline="1900 54 54 81",
)

REGISTERED = PrintedItem(
    code="RR473124829VN",
    service="registered",
    service_label="Bưu phẩm bảo đảm",
    value_added=(),
    contents="Giấy tờ",
    actual_g=250,
    volumetric_g=0,
    charged_g=250,
    declared_vnd=0,
    cod_vnd=0,
    receiver_name="Trần Thị Ánh",
    receiver_phone="+84903123456",
    receiver_address="12 Lê Lợi, phường Bến Nghé",
    receiver_province="Hồ Chí Minh",
    lines=(
        PriceLine("registered.main.250", "Cước chính đến 250 g, cách vùng", 23500),
        PriceLine("vat", "Thuế GTGT 8 %", 1880),
    ),
    vat_rate_bp=800,
    vat_vnd=1880,
    total_vnd=25380,
)

PARCEL = replace(
    REGISTERED,
    code="CA966331020VN",
    service="parcel",
    service_label="Bưu kiện",
    value_added=("Báo phát", "Khai giá", "Phát tận tay", "Đồng kiểm khi phát"),
    contents="Quần áo trẻ em, bánh đậu xanh, 02 cuốn sách giáo khoa và thuốc nam đã đóng gói",
    actual_g=3250,
    volumetric_g=4000,
    charged_g=4000,
    declared_vnd=12_500_000,
    cod_vnd=1_250_000,
    receiver_name="Nguyễn Phước Quý Khánh Hằng Nguyệt Thượng Uyển",
    receiver_phone="+84387654321",
    receiver_address=(
        "Căn hộ 12A-08, tòa nhà Ngôi Sao Phương Đông, số 1234/56/78 đường Nguyễn Thị Minh Khai "
        "nối dài, khu phố 7, phường Đắk Bằng Đông (Lô C, Khu công nghiệp Hòa Khánh mở rộng)"
    ),
    receiver_province="Đắk Lắk",
    lines=(
        PriceLine("parcel.main.4000", "Cước chính đến 4.000 g, cận vùng", 68_200),
        PriceLine("fuel", "Phụ phí nhiên liệu 12,5 %", 8_525),
        PriceLine("remote", "Phụ phí vùng xa", 13_640),
        PriceLine("declared", "Khai giá 1 % của 12.500.000 ₫", 125_000),
        PriceLine("cod", "Thu hộ 1,2 %, ít nhất 15.000 ₫", 15_000),
        PriceLine("vat", "Thuế GTGT 8 %", 18_429),
    ),
    vat_vnd=18_429,
    total_vnd=248_794,
)

EMS = replace(
    REGISTERED,
    code="EE471108151VN",
    service="ems",
    service_label="EMS tài liệu",
    receiver_name="CÔNG TY TNHH MỘT THÀNH VIÊN THƯƠNG MẠI VÀ VẬN TẢI ĐƯỜNG BIỂN QUỐC TẾ Ỷ LAN",
    contents="Hồ sơ",
)

RECEIPT = ReceiptContent(
    issuer=ISSUER,
    number="100950-2-0000012",
    proof="7K2QF-9XW4M",
    accepted_at=ACCEPTED_AT,
    clock_note="",
    sender_name="Nguyễn Văn Ước",
    sender_number="0126000012345",
    sender_phone_masked="0903 ••• 456",
    items=(REGISTERED,),
    total_vnd=25_380,
    tendered_vnd=50_000,
    change_vnd=24_620,
    payment_label="Tiền mặt khách đưa",
    tariff_title="BIỂU CƯỚC MINH HỌA",
    clerk_name="Lê Thu Hường",
    counter="2",
    complaint_note=(
        "Khiếu nại mất hoặc chậm: trong 6 tháng kể từ ngày hết thời gian toàn trình. "
        "Khiếu nại suy suyển, hư hỏng, cước: trong 1 tháng kể từ ngày phát."
    ),
    shift=12,
)

LONG_RECEIPT = replace(
    RECEIPT,
    number="100950-2-0000013",
    sender_name="Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Diễm Phượng",
    items=(REGISTERED, PARCEL, EMS),
    clock_note="Đồng hồ máy chậm hơn chứng từ trước 7 phút; giờ chấp nhận lấy theo chứng từ trước.",
    total_vnd=299_554,
    tendered_vnd=500_000,
    change_vnd=200_446,
    copy=2,
    copied_at=datetime(2026, 11, 22, 1, 5, 0, tzinfo=UTC),
    copied_by="Phạm Thị Mỹ Lệ",
)

LABEL = LabelContent(
    issuer=ISSUER,
    item=REGISTERED,
    accepted_at=ACCEPTED_AT,
    sender_name="Nguyễn Văn Ước",
    sender_phone="+84912345678",
    sender_address="Số 1 phố Thử, phường Hoàn Kiếm, Hà Nội",
    receipt_number="100950-2-0000012",
)

LONG_LABEL = replace(
    LABEL,
    item=PARCEL,
    sender_name="Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Diễm Phượng",
    sender_address=PARCEL.receiver_address + ", Đắk Lắk",
    copy=1,
    copied_at=datetime(2026, 11, 22, 1, 5, 0, tzinfo=UTC),
    copied_by="Phạm Thị Mỹ Lệ",
)
