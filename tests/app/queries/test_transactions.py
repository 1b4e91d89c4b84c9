import pytest

from app.queries.transactions import awaited, credit, transaction_page
from app.services.correcting import Wanted
from app.services.paying import Tender
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from tests.app.services.test_other_services import recorded
from tests.app.services.test_voiding import DAY_MS
from tests.builders import accepted, an_item, registered
from tests.fakes.clock import HandClock
from tests.money import agreed, corrected, voided

PAID = Tender(cash_vnd=50_000, confirmed=True)


def test_a_page_shows_items_as_they_stand_and_every_slip(store: Store) -> None:
    sale = accepted(store, an_item(), an_item(), tendered_vnd=50_000, transfer_vnd=5_000)
    one, other = (item.code for item in sale.done.items)
    heavier = corrected(store, one, Wanted(actual_g=600), tender=PAID)
    gone = voided(store, other)

    with store.reading() as connection:
        page = transaction_page(connection, heavier.slip, store.clock.now_ms())

    assert page.receipt.receipt == sale.done.receipt
    assert [(item.code, item.actual_g, item.status) for item in page.items] == [
        (one, 600, "accepted"),
        (other, 85, "voided"),
    ]
    assert [slip.number for slip in page.slips] == [heavier.slip, gone.slip]
    assert page.standing
    assert page.same_day
    assert page.service == ""
    assert {part.method for part in page.parts} == {"cash", "transfer", "pending"}


def test_a_page_knows_when_the_day_is_over_and_when_nothing_stands(
    store: Store, clock: HandClock
) -> None:
    receipt = accepted(store).done.receipt
    voided(store, receipt)
    clock.advance(DAY_MS)

    with store.reading() as connection:
        page = transaction_page(connection, receipt, store.clock.now_ms())

    assert not page.standing
    assert not page.same_day


def test_a_service_has_a_page_too(store: Store) -> None:
    done = recorded(store)

    with store.reading() as connection:
        page = transaction_page(connection, done.receipt, store.clock.now_ms())

    assert (page.service, page.items, page.standing) == ("Chuyển tiền (nhận gửi)", (), True)
    assert page.receipt.customer_name == "Nguyễn Thị Ánh Tuyết"


def test_an_awaited_transfer_is_asked_for_with_its_code(store: Store) -> None:
    receipt = accepted(store, tendered_vnd=20_000, transfer_vnd=5_000).done.receipt

    with store.reading() as connection:
        page = transaction_page(connection, receipt, store.clock.now_ms())
        (line,) = awaited(connection)

    assert page.request is not None
    assert (page.request.amount_vnd, page.request.memo) == (5_000, line.memo)
    assert (line.subject, line.amount_vnd) == (receipt, 5_000)


def test_an_account_is_read_by_the_customers_number(store: Store) -> None:
    customer = registered(store)
    agreed(store, customer, limit_vnd=9_000)

    with store.reading() as connection:
        stands = credit(connection, customer, store.clock.now_ms())
        later = credit(connection, customer, store.clock.now_ms() + 100 * DAY_MS)
    assert stands is not None
    assert (stands.limit_vnd, stands.free_vnd, stands.ended) == (9_000, 9_000, False)
    assert later is not None
    assert (later.free_vnd, later.ended) == (0, True)


def test_what_is_unknown_has_no_page(store: Store) -> None:
    with store.reading() as connection, pytest.raises(ReceiptUnknown):
        transaction_page(connection, "999999-9-0000001", 0)
