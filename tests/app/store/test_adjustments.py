from app.services.correcting import Wanted
from app.services.paying import Tender
from app.store.adjustments import (
    adjustment_by_number,
    adjustments_of,
    codes_of,
    current_item,
    items_on_slip,
    next_slip,
    parts_of,
    service_by_number,
    status_of,
    terms_of,
    with_terms,
)
from app.store.sales import item_by_code
from app.store.store import Store
from tests.builders import accepted, an_item
from tests.money import corrected, voided

PAID = Tender(cash_vnd=50_000, confirmed=True)


def test_the_slips_of_a_receipt_are_counted_by_its_own_number(counter: Store) -> None:
    sale = accepted(counter, an_item(), an_item())
    first = voided(counter, sale.done.items[0].code).slip
    second = voided(counter, sale.done.receipt).slip

    with counter.reading() as connection:
        found = adjustments_of(connection, sale.done.receipt)
        assert [slip.number for slip in found] == [first, second]
        assert next_slip(connection, sale.done.receipt) == f"{sale.done.receipt}-D3"
        assert adjustment_by_number(connection, first) == found[0]
        assert adjustment_by_number(connection, "keiner") is None
        assert [part.subject for part in parts_of(connection, sale.done.receipt)] == [
            sale.done.receipt,
            first,
            second,
        ]


def test_a_slip_says_what_was_and_what_is(counter: Store) -> None:
    code = accepted(counter).done.items[0].code
    heavier = corrected(counter, code, Wanted(actual_g=600), tender=PAID)
    heaviest = corrected(counter, code, Wanted(actual_g=1_500), tender=PAID)

    with counter.reading() as connection:
        (item,) = items_on_slip(connection, heaviest.slip)
        assert item.was is not None
        assert item.now is not None
        assert (item.was.actual_g, item.now.actual_g) == (600, 1_500)
        assert item.now_vnd - item.was_vnd == heaviest.collected_vnd
        now, accepted_as = current_item(connection, code), item_by_code(connection, code)
        assert now is not None
        assert accepted_as is not None
        assert now == with_terms(accepted_as, terms_of(now))
        assert heavier.receipt == heaviest.receipt


def test_the_status_of_each_item_stands_by_its_code(counter: Store) -> None:
    sale = accepted(counter, an_item(), an_item())
    voided(counter, sale.done.items[0].code)

    with counter.reading() as connection:
        one, other = (item.code for item in sale.done.items)
        assert codes_of(connection, sale.done.receipt) == ((one, "voided"), (other, "accepted"))
        assert status_of(connection, "RA999999999VN") is None
        assert current_item(connection, "RA999999999VN") is None
        assert service_by_number(connection, sale.done.receipt) is None
