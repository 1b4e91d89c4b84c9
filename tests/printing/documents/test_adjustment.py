from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.documents import AdjustmentContent
from printing.documents.adjustment import render_adjustment
from tests.printing.reading import ink, is_composed, read
from tests.printing.slip_samples import APPROVER, CORRECTION, LONG_NAME, VOID


def told(content: AdjustmentContent) -> str:
    return read(render_adjustment(content)).text


@pytest.mark.parametrize(("name", "content"), [("correction", CORRECTION), ("void", VOID)])
def test_a_slip_is_80_mm_wide_and_its_code_opens_the_receipt(
    pictures: Path, name: str, content: AdjustmentContent
) -> None:
    paper = read(render_adjustment(content), dpi=203.2)
    paper.image.save(pictures / f"slip-{name}.png")

    left, _, right, _ = ink(paper.image)
    assert paper.pages == 1
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    assert paper.square == ("TEM1:R:100950-2-0000012:7K2QX-M4ZPD",)


def test_a_correction_says_old_and_new_why_and_who_approved() -> None:
    words = told(CORRECTION)

    for said in (
        "PHIẾU HIỆU CHỈNH", "100950-2-0000012-D1", "3.250 g", "4.870 g", "81.378", "102.060",
        "THU THÊM", "20.682 ₫", "chờ đối chiếu", "9.318", "Cân lại", APPROVER, LONG_NAME[:20],
    ):  # fmt: skip
        assert said in words
    assert is_composed(words)
    assert "Khách hàng ký" not in words


def test_a_void_names_each_item_and_what_goes_back() -> None:
    words = told(VOID)

    for said in (
        "PHIẾU HỦY", "RR 473 124 829 VN", "CA 966 331 020 VN", "TRẢ LẠI KHÁCH", "127.440 ₫",
        "117.440", "Khách hàng ký", "Người duyệt ký", "giờ máy chưa được xác nhận",
    ):  # fmt: skip
        assert said in words


def test_where_no_money_moves_the_slip_says_so() -> None:
    words = told(replace(CORRECTION, amount_vnd=0, parts=(), tendered_vnd=0, change_vnd=0))

    assert "Không thu thêm, không trả lại" in words


def test_a_copy_says_that_it_is_one() -> None:
    copy = replace(VOID, copy=2, copied_at=VOID.at, copied_by="Châu")

    assert "BẢN SAO lần 2" in told(copy)
