from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.documents import ComplaintContent
from printing.documents.complaint import render_complaint
from tests.printing.reading import ink, is_composed, read
from tests.printing.samples import ISSUER

SLIP = ComplaintContent(
    issuer=ISSUER,
    number="100950-2-K0000012",
    received_at=datetime(2026, 11, 21, 5, 0, tzinfo=UTC),
    clock_note="",
    due_on=date(2027, 1, 21),
    timeliness_note="Khiếu nại còn thời hiệu (đến hết ngày 27/05/2027).",
    late=False,
    type_label="Suy suyển, hư hỏng",
    item="RA000000015VN",
    item_note="Bưu phẩm bảo đảm",
    name="Nguyễn Thị Ánh Tuyết",
    role_label="Người gửi",
    phone_masked="0903 ••• 456",
    facts="Kiện hàng bị ướt và rách một góc, bên trong vỡ hai chén sứ trong bộ sáu chén.",
    remedy="Bồi thường giá trị hai chén và hoàn cước",
    clerk_name="Trần Minh Châu",
    counter="2",
)


def test_the_slip_carries_its_number_in_two_codes_inside_the_head_of_the_printer(
    pictures: Path,
) -> None:
    paper = read(render_complaint(SLIP), dpi=203.2)
    paper.image.save(pictures / "complaint-slip.png")

    left, _, right, _ = ink(paper.image)
    assert paper.pages == 1
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    assert paper.linear == (SLIP.number,)
    assert paper.square == (f"TEM1:K:{SLIP.number}",)


def test_the_slip_says_what_was_complained_of_by_when_and_what_comes_next() -> None:
    words = read(render_complaint(SLIP)).text

    for said in (
        "PHIẾU TIẾP NHẬN KHIẾU NẠI", "TRẢ LỜI CHẬM NHẤT", "21/01/2027", "RA 000 000 015 VN",
        "21/11/2026 12:00:00 +07:00", "Suy suyển, hư hỏng", "vỡ hai chén sứ", "hoàn cước",
        "còn thời hiệu", "0903 ••• 456", "yêu cầu mở lại hồ sơ",
    ):  # fmt: skip
        assert said in words
    assert is_composed(words)


def test_a_late_case_without_a_number_says_both(pictures: Path) -> None:
    note = "QUÁ THỜI HIỆU từ sau ngày 21/11/2026; vẫn ghi nhận để trưởng bưu cục xem xét."
    late = replace(
        SLIP,
        number="100950-12-E3-K1234567",
        item="không có số hiệu",
        item_note="",
        timeliness_note=note,
        late=True,
        name="Công ty trách nhiệm hữu hạn một thành viên Thương mại và Dịch vụ Hoàng Hôn",
        copy=2,
        copied_at=SLIP.received_at,
        copied_by="Lê Hồng Phúc",
    )
    paper = read(render_complaint(late), dpi=203.2)
    paper.image.save(pictures / "complaint-slip-late.png")

    assert paper.linear == (late.number,)
    assert "QUÁ THỜI HIỆU" in paper.text
    assert "BẢN SAO lần 2" in paper.text
