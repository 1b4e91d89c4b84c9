from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.documents import LabelContent
from printing.documents.label import render_label
from tests.printing.reading import ink, is_composed, read
from tests.printing.samples import LABEL, LONG_LABEL

BOTH = pytest.mark.parametrize("content", [LABEL, LONG_LABEL], ids=["short", "long"])


@BOTH
def test_a_scanner_reads_the_label_as_a_203_dpi_head_prints_it(
    content: LabelContent, pictures: Path
) -> None:
    paper = read(render_label(content))
    paper.image.save(pictures / f"label-{content.item.service}.png")

    assert paper.linear == (content.item.code,)


@BOTH
def test_the_label_is_one_a6_page_with_a_white_margin(content: LabelContent) -> None:
    paper = read(render_label(content), dpi=203.2)

    left, top, right, bottom = ink(paper.image)

    assert paper.pages == 1
    assert paper.size_mm == pytest.approx((105, 148), abs=0.001)
    assert min(left, top, 840 - right, 1184 - bottom) >= 30


@BOTH
def test_the_label_says_to_whom_from_whom_and_what(content: LabelContent) -> None:
    item = content.item
    words = read(render_label(content)).text

    for said in (
        item.service_label, item.receiver_name, item.receiver_address, item.receiver_province,
        item.contents, content.sender_name, content.sender_address, "0912 345 678",
        content.receipt_number, content.issuer.office_code, content.issuer.office_name,
        content.issuer.operator, "21/11/2026 20:58",
    ):  # fmt: skip
        assert said in words
    assert is_composed(words)


def test_the_receivers_phone_is_whole() -> None:
    assert "0903 123 456" in read(render_label(LABEL)).text


def test_a_phone_kept_as_it_was_entered_is_printed_so() -> None:
    old = replace(LABEL, item=replace(LABEL.item, receiver_phone="0168 123 4567"))

    assert "0168 123 4567" in read(render_label(old)).text


def test_money_to_collect_stands_on_the_label_only_when_there_is_any() -> None:
    assert "THU HỘ (COD) 1.250.000 ₫" in read(render_label(LONG_LABEL)).text
    assert "THU HỘ" not in read(render_label(LABEL)).text


def test_a_copy_of_a_label_says_so() -> None:
    assert read(render_label(LONG_LABEL)).text.startswith("BẢN SAO lần 1 In lại 22/11/2026")
    assert "BẢN SAO" not in read(render_label(LABEL)).text


def test_the_longest_texts_stay_whole_on_one_page() -> None:
    item = replace(
        LONG_LABEL.item,
        receiver_address="Ngõ Đường Ướt " * 150,
        contents="Sách " * 300,
    )

    paper = read(render_label(replace(LONG_LABEL, item=item)))

    assert paper.pages == 1
    assert paper.text.count("Ngõ Đường Ướt") == 150
    assert paper.text.count("Sách") == 300
    assert paper.linear == (item.code,)
    assert ink(paper.image)[3] <= paper.image.height - 30


def test_the_same_label_gives_the_same_bytes() -> None:
    assert render_label(LONG_LABEL) == render_label(LONG_LABEL)
