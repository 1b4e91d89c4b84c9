from app.queries.hits import customer_hit, item_hits, receipt_hits
from app.store.reference import reference_book
from app.store.store import Store
from tests.fakes.clock import NOON

ROW = (1, "0126000000179", "Lê Mai", "", "", "", "", 0, 0)


def test_a_customer_with_nothing_but_a_name_is_still_a_line(store: Store) -> None:
    with store.reading() as connection:
        hit = customer_hit(ROW, reference_book(connection, NOON))

    assert (hit.title, hit.detail, hit.phone_masked, hit.activity) == ("Lê Mai", "", "", "")


def test_the_day_of_an_item_is_the_day_in_vietnam() -> None:
    new_year = NOON + 41 * 86_400_000 - 10 * 3_600_000  # 02:00 of 1 January, 19:00 UTC before

    (hit,) = item_hits([("CA000000014VN", "Bưu kiện", "Lê Mai", "Huế", new_year)])

    assert hit.activity == "01/01/2027"
    assert hit.detail == "Lê Mai, Huế"


def test_a_receipt_of_somebody_unknown_here_still_shows_its_sum() -> None:
    (hit,) = receipt_hits([("100950-2-0000001", None, 17_280, NOON)])

    assert hit.detail == " · 17.280 đ"
