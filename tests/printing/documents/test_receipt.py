import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from app.domain.documents import ReceiptContent
from app.domain.pricing import PriceLine
from printing.documents.receipt import render_receipt
from printing.theme import DOT_MM
from tests.printing.reading import ink, is_composed, read
from tests.printing.samples import LONG_RECEIPT, PARCEL, RECEIPT

BOTH = pytest.mark.parametrize("content", [RECEIPT, LONG_RECEIPT], ids=["short", "long"])


@BOTH
def test_a_scanner_reads_every_item_and_the_proof_as_a_203_dpi_head_prints_them(
    content: ReceiptContent, pictures: Path
) -> None:
    paper = read(render_receipt(content))
    paper.image.save(pictures / f"receipt-{len(content.items)}.png")

    assert sorted(paper.linear) == sorted(item.code for item in content.items)
    assert paper.square == (f"TEM1:R:{content.number}:{content.proof}",)


@BOTH
def test_the_receipt_is_80_mm_wide_and_prints_within_72(content: ReceiptContent) -> None:
    paper = read(render_receipt(content), dpi=203.2)

    left, top, right, bottom = ink(paper.image)

    assert paper.pages == 1
    assert paper.size_mm[0] == pytest.approx(80, abs=0.001)
    assert left >= 32
    assert right <= 640 - 32
    assert 0 < top < 5 / DOT_MM
    assert 0 < paper.image.height - bottom < 6 / DOT_MM


@BOTH
def test_the_receipt_says_who_took_what_when_and_for_how_much(content: ReceiptContent) -> None:
    words = read(render_receipt(content)).text

    for said in (
        content.issuer.operator, content.issuer.tax_code, content.issuer.office_code,
        content.issuer.office_name, content.issuer.hotline, content.number,
        "21/11/2026 20:58:12 +07:00", content.sender_name, "0903 ••• 456", "01 26 0000123 45",
        content.payment_label, content.clerk_name, f"Quầy {content.counter} · Ca 12",
        content.complaint_note, content.proof, "BIỂU CƯỚC MINH HỌA", content.clock_note,
    ):  # fmt: skip
        assert said in words
    for item in content.items:
        for said in (
            item.service_label, item.receiver_name, item.receiver_address,
            item.receiver_province, item.contents, "; ".join(item.value_added),
            *(fee.label for fee in item.lines),
        ):  # fmt: skip
            assert said in words
    assert is_composed(words)


def test_all_figures_of_a_heavy_item_stand_on_the_receipt() -> None:
    words = read(render_receipt(LONG_RECEIPT)).text

    for figure in (
        "CA 966 331 020 VN", "3.250 g", "4.000 g", "12.500.000 ₫", "1.250.000 ₫", "68.200",
        "13.640", "Thuế GTGT 8 %", "18.429", "248.794", "299.554 ₫", "500.000", "200.446", "2/3",
    ):  # fmt: skip
        assert figure in words


def test_totals_are_printed_as_they_came_and_never_added_up() -> None:
    item = replace(PARCEL, total_vnd=777_001)
    odd = replace(LONG_RECEIPT, items=(item, item), total_vnd=999_002, change_vnd=888_003)

    words = read(render_receipt(odd)).text

    assert "777.001" in words
    assert "999.002 ₫" in words
    assert "888.003" in words


def test_vat_stands_once_with_the_rate_of_its_day() -> None:
    main = RECEIPT.items[0].lines[0]
    vat = PriceLine("vat-2027", "Thuế GTGT 10 %", 2350)
    item = replace(RECEIPT.items[0], lines=(main, vat), vat_rate_bp=1000, vat_vnd=2350)

    words = read(render_receipt(replace(RECEIPT, items=(item,)))).text

    assert "Thuế GTGT 10 % 2.350" in words
    assert words.count("Thuế GTGT") == 1


def test_a_copy_says_which_it_is_when_it_was_made_and_by_whom() -> None:
    copy = read(render_receipt(LONG_RECEIPT)).text

    assert copy.startswith("BẢN SAO lần 2")
    assert "22/11/2026 08:05:00 +07:00" in copy
    assert "Phạm Thị Mỹ Lệ" in copy
    assert "BẢN SAO" not in read(render_receipt(RECEIPT)).text


def test_what_there_is_not_takes_no_paper() -> None:
    bare = replace(RECEIPT, tariff_title="", clock_note="", sender_number="")

    words = read(render_receipt(bare)).text

    for absent in ("BIỂU CƯỚC", "Lưu ý giờ", "Mã khách", "Khai giá", "Thu hộ", "Gia tăng"):
        assert absent not in words


def test_names_that_come_decomposed_are_printed_composed() -> None:
    content = replace(RECEIPT, sender_name=normalize("NFD", RECEIPT.sender_name))

    assert render_receipt(content) == render_receipt(RECEIPT)


def test_ten_thousand_characters_are_all_on_the_paper() -> None:
    item = replace(RECEIPT.items[0], contents="Ướt" * 3000, receiver_address="Đường dài " * 100)

    paper = read(render_receipt(replace(RECEIPT, items=(item,))))

    assert paper.text.replace(" ", "").count("Ướt") == 3000
    assert paper.linear == ("RR473124829VN",)


def test_the_same_receipt_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import sys; from printing.documents import render; "
        "from tests.printing.samples import LONG_RECEIPT; "
        "sys.stdout.buffer.write(render(LONG_RECEIPT))"
    )

    first = render_receipt(LONG_RECEIPT)
    others = [
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            env={"PYTHONPATH": ":".join(filter(None, sys.path)), "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]

    assert [first, first, first] == [render_receipt(LONG_RECEIPT), *others]
    assert b"2000010100" in first  # the date of invariant documents, not of this machine
