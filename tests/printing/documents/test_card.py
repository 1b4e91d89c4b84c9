from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.customer_number import grouped
from app.domain.documents import CardContent
from app.domain.signed_card import digits_of, statement_of
from printing.documents.card import CARD_MM, render_card, render_sheet
from tests.app.domain.test_signed_card import holder
from tests.printing.reading import ink, is_composed, read

CARD = CardContent(
    operator="Bưu điện Minh Họa",
    hotline="1900 0000",
    number="0126000012362",
    full_name="Nguyễn Thị Ánh Tuyết",
    since_year=2026,
)
LONG = replace(
    CARD,
    operator="Tổng công ty Bưu điện Việt Nam – Bưu điện Trung tâm Hoàn Kiếm",
    full_name=(
        "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại, Dịch vụ, Sản xuất và Xuất nhập"
        " khẩu Tổng hợp Hoàng Nguyễn Phước An Khang (Việt Nam)"
    ),
)
BOTH = pytest.mark.parametrize("content", [CARD, LONG], ids=["short", "long"])


@BOTH
def test_a_scanner_reads_the_card_as_a_203_dpi_head_prints_it(
    content: CardContent, pictures: Path, request: pytest.FixtureRequest
) -> None:
    paper = read(render_card(content))
    paper.image.save(pictures / f"{request.node.callspec.id}-card.png")

    assert paper.linear == (content.number,)


@BOTH
def test_the_card_is_as_large_as_a_bank_card_with_a_white_margin(content: CardContent) -> None:
    paper = read(render_card(content), dpi=203.2)

    left, top, right, bottom = ink(paper.image)
    width, height = paper.image.size

    assert paper.pages == 1
    assert paper.size_mm == pytest.approx(CARD_MM, abs=0.001)
    assert min(left, top, width - right, height - bottom) >= 30


@BOTH
def test_the_card_says_whose_it_is_and_hides_everything_else(content: CardContent) -> None:
    words = read(render_card(content)).text
    title = "THẺ KHÁCH HÀNG"
    beside = words.replace(f"{title} ", "")  # the title stands between lines of a long operator

    assert title in words
    assert content.operator in beside
    for said in (
        content.full_name, grouped(content.number), "Khách hàng từ 2026",
        "gọi 1900 0000",
    ):  # fmt: skip
        assert said in words
    assert is_composed(words)


@pytest.mark.parametrize("name", [CARD.full_name, LONG.full_name], ids=["short", "long"])
@pytest.mark.parametrize("sheet", [False, True])
def test_a_telephone_reads_the_signed_code_of_the_printed_card(
    name: str,
    sheet: bool,  # noqa: FBT001 - pytest names it
    pictures: Path,
    request: pytest.FixtureRequest,
) -> None:
    digits = digits_of(statement_of(holder(name)), bytes(range(64)))

    paper = read(render_card(replace(CARD, full_name=name, signed=digits, sheet=sheet)))
    paper.image.save(pictures / f"signed-{request.node.callspec.id}-card.png")

    assert paper.square == (digits,) * (10 if sheet else 1)
    assert paper.linear == (CARD.number,) * (10 if sheet else 1)
    assert "chữ ký" not in paper.text


def test_a_card_that_nobody_has_signed_says_so() -> None:
    assert "Chưa có chữ ký của Trung tâm" in read(render_card(CARD)).text


def test_an_office_without_a_hotline_has_a_shorter_foot() -> None:
    words = read(render_card(replace(CARD, hotline=""))).text

    assert "khi gửi hàng." in words
    assert "gọi" not in words


def test_a_sheet_holds_ten_cards_that_all_scan(pictures: Path) -> None:
    paper = read(render_card(replace(LONG, sheet=True)), dpi=300)
    paper.image.save(pictures / "card-sheet.png")

    assert paper.size_mm == pytest.approx((210, 297), abs=0.001)
    assert paper.linear == (CARD.number,) * 10


def test_a_sheet_of_several_customers_names_each_once() -> None:
    other = replace(CARD, number="0126000000276", full_name="Trần Minh Châu")

    paper = read(render_sheet([CARD, other]), dpi=300)

    assert set(paper.linear) == {CARD.number, other.number}
    assert paper.text.count("Trần Minh Châu") == 1


def test_the_same_card_is_the_same_to_the_byte() -> None:
    assert render_card(CARD) == render_card(CARD)
