from dataclasses import replace

from app.domain.shift_summary import CorrectionLine, ShiftRow
from tests.printing.shift_samples import CLERK, CLOSED_AT, CLOSED_SHIFT, OPEN_SHIFT, OPENED_AT
from ui.screens.shift.words import (
    forms_words,
    lines,
    row_detail,
    row_side,
    row_title,
    signed,
    title,
)
from ui.style.tokens import Tone

ROW = ShiftRow("100950-2-C00012", 12, "counted", CLERK, OPENED_AT, CLOSED_AT, 5, 4, -1, "", 0)


def test_x_without_money_says_only_how_many() -> None:
    said = [(line.label, line.value) for line in lines(OPEN_SHIFT.blind())]

    assert ("Bưu kiện", "63") in said
    assert ("Tờ mẫu tiết kiệm", "212 · 47 → 27 loại") in said
    assert said[-1] == ("Tiền", "hiện sau khi đếm")


def test_z_says_every_amount_its_movements_and_corrections() -> None:
    correction = CorrectionLine(CLOSED_AT, 1, 2, 0, "đếm sót", CLERK, "Lê Hồng Phúc")

    said = [
        f"{line.label} {line.value}"
        for line in lines(replace(CLOSED_SHIFT, corrections=(correction,)))
    ]

    whole = "\n".join(said).replace("\u00a0", " ")
    for part in (
        "Bưu kiện 63 · 5.832.000 đ", "Trên sổ 12.743.400 đ", "Chênh lệch −20.000 đ",
        "Đếm lần 1, 17:02 · 21/11/2026 0 đ (−12.743.400 đ)", "chưa ai xác nhận",
        "chi · thủ quỹ −5.000.000 đ", "mở két · đổi tiền lẻ cho khách –",
        "Sửa 17:02 · 21/11/2026: đếm sót · Lê Hồng Phúc 1 đ → 2 đ",
    ):  # fmt: skip
        assert part.lower() in whole.lower(), part
    assert title(CLOSED_SHIFT) == "Z 12 · 100950-2-C00012"


def test_a_row_says_whose_shift_when_and_its_difference() -> None:
    assert row_title(ROW) == f"Ca 12 · {CLERK}"
    assert row_detail(ROW) == "07:30–17:02 · 21/11/2026"
    assert row_side(ROW) == ("−1\u00a0đ", Tone.WARN)
    assert row_side(replace(ROW, agreed_by="Phúc")) == ("−1\u00a0đ", Tone.PLAIN)
    assert row_side(replace(ROW, difference_vnd=0))[1] is Tone.GOOD
    still = replace(ROW, closed_at=None, difference_vnd=None)
    assert row_side(still) == ("đang mở", Tone.INFO)
    assert row_detail(still) == "từ 07:30 · 21/11/2026"


def test_before_any_comparison_of_forms_only_the_sheets_are_told() -> None:
    assert forms_words(replace(OPEN_SHIFT.work, forms_saved=0, form_kinds=(0, 0))) == "0"


def test_amounts_have_their_sign() -> None:
    assert [signed(amount) for amount in (5, 0, -5)] == ["+5\u00a0đ", "0\u00a0đ", "−5\u00a0đ"]
