from dataclasses import replace
from pathlib import Path

import pytest

from printing.documents import render
from tests.printing.reading import ink, is_composed, read
from tests.printing.shift_samples import CLERK, CORRECTION


def test_the_slip_tells_before_and_after_and_has_two_names(pictures: Path) -> None:
    paper = read(render(CORRECTION), dpi=203.2)
    paper.image.save(pictures / "shift-correction.png")

    left, _, right, _ = ink(paper.image)
    assert paper.pages == 1
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    for said in (
        "PHIẾU SỬA CA", "100950-2-C00012-K1", "100950-2-C00012 · Z 12", "12.723.400",
        "12.743.400 ₫", "+20.000", CLERK, "Lê Hồng Phúc", "Phiếu Z đã in giữ nguyên",
    ):  # fmt: skip
        assert said in paper.text
    assert is_composed(paper.text)


def test_its_copy_is_marked() -> None:
    copy = replace(CORRECTION, copy=2, copied_at=CORRECTION.at, copied_by="Lê Hồng Phúc")

    assert "BẢN SAO lần 2" in read(render(copy)).text
