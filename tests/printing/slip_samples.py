"""Slips and receipts about money after the sale, with texts as long as life makes them."""

from datetime import UTC, datetime

from app.domain.documents import AdjustmentContent, ServiceContent, SlipItem, TransferContent
from app.domain.vietqr import BankAccount, vietqr
from tests.printing.samples import ACCEPTED_AT, ISSUER

AT = datetime(2026, 11, 21, 14, 5, 9, tzinfo=UTC)
CLERK = "Công Tằng Tôn Nữ Thị Huyền Trân"
APPROVER = "Lê Hồng Phúc"
LONG_NAME = "Nguyễn Phước Quý Khánh Hằng Nguyệt Thượng Uyển"

CORRECTION = AdjustmentContent(
    issuer=ISSUER,
    number="100950-2-0000012-D1",
    what="correction",
    at=AT,
    clock_note="",
    receipt_number="100950-2-0000012",
    receipt_proof="7K2QX-M4ZPD",
    accepted_at=ACCEPTED_AT,
    customer_name=LONG_NAME,
    customer_number="0126000012345",
    items=(
        SlipItem(
            "CA966331020VN",
            "Bưu kiện",
            81_378,
            102_060,
            (
                ("KL thực", "3.250 g", "4.870 g"),
                ("KL tính cước", "4.000 g", "5.000 g"),
                (
                    "Địa chỉ",
                    "12 Lê Lợi, phường Bến Nghé, Hồ Chí Minh",
                    (
                        "Căn hộ 12A-08, tòa nhà Ngôi Sao Phương Đông, số 1234/56/78 đường "
                        "Nguyễn Thị Minh Khai nối dài, phường Đắk Bằng Đông, Hồ Chí Minh"
                    ),
                ),
            ),
        ),
    ),
    reason="Cân lại tại bàn đóng gói, khách ghi nhầm số nhà",
    amount_vnd=20_682,
    parts=(("Tiền mặt", 10_682), ("Chuyển khoản TEM 8Q2K7XYZ, chờ đối chiếu", 10_000)),
    tendered_vnd=30_000,
    change_vnd=9_318,
    clerk_name=CLERK,
    counter="2",
    approver_name=APPROVER,
)

VOID = AdjustmentContent(
    issuer=ISSUER,
    number="100950-2-0000012-D2",
    what="void",
    at=AT,
    clock_note="giờ máy chưa được xác nhận",
    receipt_number="100950-2-0000012",
    receipt_proof="7K2QX-M4ZPD",
    accepted_at=ACCEPTED_AT,
    customer_name="Trần Thị Ánh",
    customer_number="0126000012345",
    items=(
        SlipItem("RR473124829VN", "Bưu phẩm bảo đảm", 25_380, 0),
        SlipItem("CA966331020VN", "Bưu kiện", 102_060, 0),
    ),
    reason="Khách đổi ý",
    amount_vnd=-127_440,
    parts=(("Tiền mặt", -117_440), ("Bớt khoản chờ chuyển", -10_000)),
    tendered_vnd=0,
    change_vnd=0,
    clerk_name=CLERK,
    counter="2",
    approver_name=APPROVER,
)

SERVICE = ServiceContent(
    issuer=ISSUER,
    number="100950-2-0000013",
    proof="4M7QX-K2ZPD",
    at=AT,
    clock_note="",
    customer_name=LONG_NAME,
    customer_number="0126000012345",
    service_label="Thu hộ hóa đơn",
    direction="in",
    details=(
        ("Mã khách hàng trên hóa đơn", "PD01000123456"),
        ("Đơn vị thụ hưởng", "Tổng công ty Điện lực thành phố Hà Nội, Công ty Điện lực Hoàn Kiếm"),
        ("Kỳ", "11/2026"),
    ),
    amount_vnd=1_240_500,
    fee_vnd=5_500,
    vat_rate_bp=800,
    vat_vnd=407,
    due_vnd=1_246_000,
    parts=(("Tiền mặt", 1_246_000),),
    tendered_vnd=1_300_000,
    change_vnd=54_000,
    clerk_name=CLERK,
    counter="2",
)

_ACCOUNT = BankAccount(
    "970000", "001009500001", "BUU DIEN MINH HOA", "Ngân hàng Thương mại cổ phần Minh Họa"
)
TRANSFER = TransferContent(
    issuer=ISSUER,
    number="100950-2-0000012",
    bank=_ACCOUNT.bank,
    account=_ACCOUNT.number,
    holder=_ACCOUNT.holder,
    amount_vnd=127_440,
    memo="TEM 8Q2K7XYZ",
    payload=vietqr(_ACCOUNT, 127_440, "TEM 8Q2K7XYZ"),
    asked_at=AT,
    clerk_name=CLERK,
    counter="2",
)
