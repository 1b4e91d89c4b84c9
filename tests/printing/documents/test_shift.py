from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.documents import ShiftContent
from printing.documents.shift import render_shift
from tests.printing.reading import ink, is_composed, read
from tests.printing.samples import ISSUER
from tests.printing.shift_samples import (
    CLERK,
    CLOSED_AT,
    CLOSED_SHIFT,
    COUNTED,
    EXPECTED,
    OPEN_SHIFT,
    Z_COPY,
    Z,
)


def told(content: ShiftContent) -> str:
    return read(render_shift(content)).text


def test_the_z_is_an_80_mm_slip_whose_code_carries_the_head_of_the_chain(pictures: Path) -> None:
    paper = read(render_shift(Z), dpi=203.2)
    paper.image.save(pictures / "shift-z.png")

    left, _, right, _ = ink(paper.image)
    assert paper.pages == 1
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    assert paper.square == (f"TEM1:Z:{CLOSED_SHIFT.number}:1543:{bytes(range(32)).hex()}",)


def test_the_z_says_whose_shift_it_was_and_what_was_counted() -> None:
    words = told(Z)

    for said in (
        "CHỐT CA · Z 12", "100950-2-C00012", CLERK, "21/11/2026 17:02:41 +07:00",
        "Bưu phẩm bảo đảm · 41", "Cộng 149", "712.000", "500.000 × 14", "12.723.400 ₫",
        "12.743.400 ₫", "THIẾU", "−20.000 ₫", "chưa ai xác nhận", "10.000.000", "2.723.400",
        "Chi · thủ quỹ", "Mở két không bán · đổi tiền lẻ cho khách", "Hủy CA104882460VN",
        "00010203 04050607",
    ):  # fmt: skip
        assert said in words
    assert is_composed(words)


@pytest.mark.parametrize(
    ("difference_vnd", "agreed_by", "said"),
    [(0, "", "Chênh lệch 0"), (20_000, "Lê Hồng Phúc", "THỪA"), (-1, "Lê Hồng Phúc", "THIẾU")],
)
def test_the_difference_is_never_left_out(difference_vnd: int, agreed_by: str, said: str) -> None:
    closing = CLOSED_SHIFT.closing
    assert closing is not None
    other = replace(closing, difference_vnd=difference_vnd, agreed_by=agreed_by)

    words = told(replace(Z, summary=replace(CLOSED_SHIFT, closing=other)))

    assert said in words
    assert ("do Lê Hồng Phúc xác nhận" in words) == bool(agreed_by)


def test_a_count_before_the_last_is_named_with_its_difference() -> None:
    assert "Đếm lần 1, 21/11/2026 17:02:41 +07:00 0 (−12.743.400)" in told(Z)


def test_a_copy_says_that_it_is_one_and_everything_else_is_the_same() -> None:
    words = told(Z_COPY)

    assert "BẢN SAO lần 1" in words
    assert words.endswith(told(Z)[-200:])


def test_the_count_and_the_books_both_stand_there() -> None:
    assert COUNTED != EXPECTED
    words = told(Z)
    assert words.index("Số trên sổ") < words.index("Đã đếm")


@pytest.mark.parametrize("reader", ["whole", "blind"])
def test_an_x_says_that_it_is_only_a_reading_and_nobody_signs_it(
    reader: str, pictures: Path
) -> None:
    blind = reader == "blind"
    summary = OPEN_SHIFT.blind() if blind else OPEN_SHIFT
    paper = read(render_shift(ShiftContent(ISSUER, summary, read_at=CLOSED_AT)), dpi=203.2)
    paper.image.save(pictures / f"shift-x{'-blind' if blind else ''}.png")

    assert "XEM CA · X" in paper.text
    assert "CHỐT CA" not in paper.text
    assert "ký" not in paper.text
    assert "Xem lúc" in paper.text
    assert ("12.743.400" in paper.text) != blind
    assert ("Tiền hiện sau khi kiểm quỹ" in paper.text) == blind
    assert paper.square[0].startswith("TEM1:X:")
