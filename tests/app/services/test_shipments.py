from app.services.paying import Tender
from tests.builders import a_basket


def test_what_is_given_for_a_basket_is_told_in_all_its_ways() -> None:
    basket = a_basket("0126000000179", tendered_vnd=5_000, transfer_vnd=7_000)

    assert basket.tender == Tender(cash_vnd=5_000, transfer_vnd=7_000)
