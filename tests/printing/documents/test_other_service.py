from dataclasses import replace
from pathlib import Path

import pytest

from printing.documents.other_service import render_service
from tests.printing.reading import ink, is_composed, read
from tests.printing.slip_samples import SERVICE


def test_the_receipt_of_a_service_says_what_was_asked_for(pictures: Path) -> None:
    paper = read(render_service(SERVICE), dpi=203.2)
    paper.image.save(pictures / "service-receipt.png")

    left, _, right, _ = ink(paper.image)
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    assert paper.square == ("TEM1:R:100950-2-0000013:4M7QX-K2ZPD",)
    for said in (
        "PHIẾU DỊCH VỤ", "Thu hộ hóa đơn", "PD01000123456", "11/2026", "1.240.500", "5.500",
        "VAT 8 %", "TỔNG THU", "1.246.000 ₫", "54.000",
    ):  # fmt: skip
        assert said in paper.text
    assert is_composed(paper.text)


def test_money_paid_out_is_signed_for() -> None:
    out = replace(
        SERVICE, direction="out", fee_vnd=0, due_vnd=-1_240_500, tendered_vnd=0,
        change_vnd=1_240_500, parts=(("Tiền mặt", -1_240_500),),
    )  # fmt: skip

    words = read(render_service(out)).text

    assert "TỔNG CHI" in words
    assert "Khách hàng ký" in words
    assert "Trả lại khách" not in words
