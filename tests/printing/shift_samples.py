"""A long shift, as the Z slip and the pages of cash show it."""

from dataclasses import replace
from datetime import UTC, datetime

from app.domain import accounts
from app.domain.documents import ShiftContent, ShiftCorrectionContent
from app.domain.shift_summary import (
    AccountLine,
    Cash,
    Closing,
    CountLine,
    MovementLine,
    ServiceLine,
    ShiftSummary,
    VoidLine,
    Work,
)
from tests.printing.samples import ISSUER

OPENED_AT = datetime(2026, 11, 21, 0, 30, tzinfo=UTC)
CLOSED_AT = datetime(2026, 11, 21, 10, 2, 41, tzinfo=UTC)
CLERK = "Công Tằng Tôn Nữ Thị Huyền Trân"
NOTES = (
    (500_000, 14), (200_000, 9), (100_000, 23), (50_000, 17), (20_000, 31), (10_000, 12),
    (5_000, 4), (2_000, 3), (1_000, 7),
)  # fmt: skip
COUNTED = 12_723_400
EXPECTED = 12_743_400

OPEN_SHIFT = ShiftSummary(
    number="100950-2-C00012",
    serial=12,
    z_number=0,
    office="100950",
    counter="2",
    opening="counted",
    clerk_name=CLERK,
    opened_at=OPENED_AT,
    services=(
        ServiceLine("registered", "Bưu phẩm bảo đảm", 41, 1_180_000, 94_400, 0),
        ServiceLine("parcel", "Bưu kiện", 63, 5_400_000, 432_000, 12_350_000),
        ServiceLine("consigned", "Bưu chính ủy thác", 4, 210_000, 16_800, 0),
        ServiceLine("ems", "EMS", 29, 1_640_000, 131_200, 3_000_000),
        ServiceLine("press", "Báo chí · tài chính", 12, 96_000, 7_680, 0),
    ),
    accounts=(
        AccountLine(accounts.DRAWER, EXPECTED),
        AccountLine(accounts.TRANSFER_PENDING, 712_000),
        AccountLine(accounts.AT_DELIVERY, 84_000),
    ),
    movements=(
        MovementLine(OPENED_AT, "paid_out", "treasury", 5_000_000, "", CLERK),
        MovementLine(OPENED_AT, "paid_in", "other", 50_000, "tìm thấy dưới quầy", CLERK),
        MovementLine(OPENED_AT, "no_sale", "", 0, "đổi tiền lẻ cho khách", CLERK),
    ),
    voids=(VoidLine("CA104882460VN", "khách đổi ý", "Lê Hồng Phúc", 68_200),),
    counts=(),
    corrections=(),
    cash=Cash(
        carried_vnd=500_000,
        received_vnd=1_500_000,
        opening_difference_vnd=0,
        float_vnd=2_000_000,
        earned_vnd=15_693_400,
        paid_in_vnd=50_000,
        paid_out_vnd=5_000_000,
        corrected_vnd=0,
        expected_vnd=EXPECTED,
    ),
    work=Work(
        customers=96,
        median_s=112,
        reprints=3,
        complaints=2,
        forms_saved=212,
        form_kinds=(47, 27),
        hours=((8, 6), (9, 11), (10, 16), (11, 21), (12, 9), (13, 7), (14, 13), (15, 18), (16, 12)),
    ),
    entries=512,
    first_seq=1_032,
    head_seq=1_543,
    head_hash=bytes(range(32)),
    clock_note="",
)
FIRST_COUNT = CountLine(1, CLOSED_AT, CLERK, (), 0, 0, EXPECTED, -EXPECTED)
COUNT = CountLine(2, CLOSED_AT, CLERK, NOTES, 400, COUNTED, EXPECTED, COUNTED - EXPECTED)
CLOSED_SHIFT = replace(
    OPEN_SHIFT,
    z_number=12,
    counts=(FIRST_COUNT, COUNT),
    closing=Closing(
        at=CLOSED_AT,
        clerk_name=CLERK,
        handed_over=False,
        counts=2,
        notes=NOTES,
        loose_vnd=400,
        counted_vnd=COUNTED,
        expected_vnd=EXPECTED,
        difference_vnd=COUNTED - EXPECTED,
        agreed_by="",
        remark="có thể thối nhầm một tờ 20.000 cho khách lúc đông",
        deposited_vnd=10_000_000,
        left_vnd=2_723_400,
    ),
)
Z = ShiftContent(ISSUER, CLOSED_SHIFT)
Z_COPY = replace(Z, copy=1, copied_at=CLOSED_AT, copied_by="Lê Hồng Phúc")
CORRECTION = ShiftCorrectionContent(
    issuer=ISSUER,
    number="100950-2-C00012-K1",
    shift="100950-2-C00012",
    z_number=12,
    closed_at=CLOSED_AT,
    at=CLOSED_AT,
    clock_note="",
    counted_was_vnd=COUNTED,
    counted_vnd=EXPECTED,
    difference_vnd=0,
    reason="tìm thấy tờ 20.000 kẹt dưới khay đựng tiền của quầy",
    clerk_name=CLERK,
    counter="2",
    approver_name="Lê Hồng Phúc",
)
