from dataclasses import replace

from app.domain.drafts import ItemEntry
from tests.fakes.fake_post_office import CATALOGUE
from tests.ui.screens.acceptance.items import WHOLE, price_of, priced
from ui.screens.acceptance.rows import laid_in, on_form


def test_an_item_reads_by_service_province_weight_and_extras() -> None:
    row = laid_in(priced(WHOLE), CATALOGUE)

    assert row.title == "Bưu kiện → Tuyên Quang"
    assert row.detail == "4.000\u00a0g · khai giá · báo phát"
    assert row.amount_vnd == price_of(WHOLE).total_vnd
    assert row.lines[-1].label == "VAT 8 %"
    assert not row.open


def test_an_item_still_on_the_form_says_what_is_known() -> None:
    row = on_form(ItemEntry(service="ems", weight_g=85), None, CATALOGUE)

    assert (row.title, row.detail, row.amount_vnd) == ("EMS", "85\u00a0g", None)
    assert row.open


def test_what_the_receiver_pays_is_not_due_at_the_counter() -> None:
    row = laid_in(priced(replace(WHOLE, value_added=("receiver_pays",))), CATALOGUE)

    assert row.due_vnd == 0
    assert row.amount_vnd
    assert "người nhận trả cước" in row.detail


def test_money_to_collect_is_named() -> None:
    row = on_form(replace(WHOLE, cod_vnd=200_000), None, CATALOGUE)

    assert "thu hộ" in row.detail
