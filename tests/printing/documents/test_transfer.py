from pathlib import Path

import pytest

from printing.documents.transfer import render_transfer
from tests.printing.reading import ink, read
from tests.printing.slip_samples import TRANSFER


def test_the_code_on_paper_is_the_payload_and_the_words_say_the_same(pictures: Path) -> None:
    paper = read(render_transfer(TRANSFER), dpi=203.2)
    paper.image.save(pictures / "transfer-code.png")

    left, _, right, _ = ink(paper.image)
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    assert paper.square == (TRANSFER.payload,)
    for said in ("127.440 ₫", "001009500001", "BUU DIEN MINH HOA", "TEM 8Q2K7XYZ"):
        assert said in paper.text
