from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain import accounts
from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentReceived
from app.services.accepting import BasketEmpty, accept_shipments
from app.services.commands import CommandIdTaken
from app.services.shipments import AcceptedShipments, AcceptShipments, ItemDraft
from app.store.snapshot import import_customers
from app.store.store import Store
from app.store.tables.prints import print_job
from app.store.tables.shipments import shipment
from tests.app.services.bookkeeping import balance, kinds, last_body, sound, unbalanced
from tests.app.store.bookkeeping import a_snapshot_customer
from tests.builders import (
    CHAU,
    a_basket,
    a_command_id,
    a_store,
    accepted,
    an_item,
    registered,
)
from tests.fakes.clock import HandClock

PARCEL = an_item(service="parcel", actual_g=1_500, size_cm=(40, 30, 20))


def accept(store: Store, basket: AcceptShipments) -> AcceptedShipments:
    return accept_shipments(basket, store.unit_of_work(), CHAU)


def items_booked(store: Store) -> int:
    with store.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(shipment)).scalar_one()


def test_a_basket_is_booked_in_one_transaction_that_ends_with_its_payment(store: Store) -> None:
    done = accepted(store, an_item(), PARCEL).done

    assert kinds(store)[1:] == [
        "shift.opened",
        "shipment.accepted",
        "shipment.accepted",
        "payment.received",
    ]
    assert [item.code for item in done.items] == ["RA000000014VN", "CA000000014VN"]
    assert done.receipt == "100950-2-0000001"
    assert [item.charged_g for item in done.items] == [85, 4_000]
    assert done.total_vnd == sum(item.total_vnd for item in done.items)
    assert done.change_vnd == 100_000 - done.total_vnd
    assert done.clock_note == ""
    assert sound(store)


def test_money_of_an_item_and_its_payment(store: Store) -> None:
    done = accepted(store).done

    body = last_body(store)
    assert isinstance(body, PaymentReceived)
    assert body.postings == [
        Posting(accounts.DRAWER, done.total_vnd),
        Posting(accounts.BASKET, -done.total_vnd),
    ]
    assert balance(store, accounts.BASKET) == 0
    assert balance(store, accounts.VAT_OUTPUT) == -done.items[0].lines[-1].amount_vnd
    assert balance(store, accounts.revenue("registered")) == -(
        done.total_vnd - done.items[0].lines[-1].amount_vnd
    )
    assert unbalanced(store) == 0


def test_what_the_receiver_pays_is_not_asked_of_the_sender(store: Store) -> None:
    theirs = replace(PARCEL, value_added=("receiver_pays",))

    done = accepted(store, an_item(), theirs).done

    assert done.total_vnd == done.items[0].total_vnd
    assert balance(store, accounts.AT_DELIVERY) == done.items[1].total_vnd
    assert balance(store, accounts.DRAWER) == done.items[0].total_vnd
    assert sound(store)


def test_a_basket_that_only_receivers_pay_needs_no_cash(store: Store) -> None:
    theirs = replace(PARCEL, value_added=("receiver_pays",))

    done = accepted(store, theirs, tendered_vnd=0).done

    assert (done.total_vnd, done.change_vnd) == (0, 0)
    assert balance(store, accounts.DRAWER) == 0
    assert sound(store)


def test_the_receipt_and_a_label_for_each_item_wait_for_the_printer(store: Store) -> None:
    accepted(store, an_item(), PARCEL)

    with store.reading() as connection:
        jobs = connection.execute(
            sa.select(
                print_job.c.document, print_job.c.subject, print_job.c.copy, print_job.c.state
            )
        ).all()
    assert [tuple(job) for job in jobs] == [
        ("receipt", "100950-2-0000001", 0, "due"),
        ("label", "RA000000014VN", 0, "due"),
        ("label", "CA000000014VN", 0, "due"),
    ]


def test_a_customer_whom_headquarters_sent_is_served_like_any_other(store: Store) -> None:
    theirs = a_snapshot_customer(500)
    list(import_customers(store, [theirs]))

    accepted(store, customer=theirs.number)

    assert sound(store)


def test_enter_pressed_eight_times_books_once_and_answers_the_same(store: Store) -> None:
    basket = a_basket(registered(store))

    answers = [accept(store, basket) for _ in range(8)]

    assert all(answer == answers[0] for answer in answers)
    assert items_booked(store) == 1


def test_two_presses_at_the_same_moment_book_once(store: Store) -> None:
    basket = a_basket(registered(store))
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(lambda _: accept(store, basket), range(2)))

    assert answers[0] == answers[1]
    assert items_booked(store) == 1


def test_two_clerks_of_one_store_take_different_numbers(store: Store) -> None:
    baskets = [a_basket(registered(store)) for _ in range(2)]
    with ThreadPoolExecutor(2) as threads:
        done = list(threads.map(lambda basket: accept(store, basket), baskets))

    assert len({each.receipt for each in done}) == 2
    assert len({each.items[0].code for each in done}) == 2
    assert sound(store)


def test_a_command_id_that_registered_somebody_sells_nothing(store: Store) -> None:
    command_id = a_command_id()
    number = registered(store, command_id=command_id)

    with pytest.raises(CommandIdTaken):
        accept(store, a_basket(number, command_id=command_id))


def test_an_empty_basket_is_refused(store: Store) -> None:
    with pytest.raises(BasketEmpty):
        accept(store, replace(a_basket(registered(store)), items=()))


@pytest.mark.parametrize(
    ("meddle", "word"),
    [
        (lambda clock: setattr(clock, "wall_ms", clock.wall_ms - 3 * 86_400_000), "lùi"),
        (lambda clock: setattr(clock, "wall_ms", clock.wall_ms + 6 * 60_000), "lệch"),
    ],
)
def test_a_doubtful_clock_is_told_and_stops_nothing(
    store: Store, clock: HandClock, meddle: Callable[[HandClock], None], word: str
) -> None:
    number = registered(store)
    meddle(clock)

    done = accepted(store, customer=number).done

    assert word in done.clock_note
    assert sound(store)


WEIGHTS = st.integers(min_value=1, max_value=2_000)
SERVICES = st.sampled_from(["registered", "parcel", "consigned", "ems"])
DRAFTS = st.builds(
    lambda service, weight, added: an_item(
        service=service, actual_g=weight, value_added=() if service == "registered" else added
    ),
    SERVICES,
    WEIGHTS,
    st.sampled_from([(), ("receiver_pays",), ("advice",)]),
)


@given(baskets=st.lists(st.lists(DRAFTS, min_size=1, max_size=4), min_size=1, max_size=3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_sent_the_money_balances(
    tmp_path_factory: pytest.TempPathFactory, baskets: list[list[ItemDraft]]
) -> None:
    store = a_store(Path(tmp_path_factory.mktemp("baskets")))
    try:
        number = registered(store)
        due = sum(
            accepted(
                store, *items, customer=number, tendered_vnd=5_000_000, tendered_confirmed=True
            ).done.total_vnd
            for items in baskets
        )

        assert unbalanced(store) == 0
        assert balance(store, accounts.BASKET) == 0
        assert balance(store, accounts.DRAWER) == due
        assert sound(store)
    finally:
        store.close()


def test_a_sale_sent_under_the_id_of_another_is_refused(store: Store) -> None:
    customer, stranger = registered(store), registered(store)
    basket = a_basket(customer, an_item())
    accept(store, basket)

    for other in (
        replace(basket, customer=stranger),
        replace(basket, items=(an_item(), PARCEL)),
        replace(basket, items=(PARCEL,)),
    ):
        with pytest.raises(CommandIdTaken):
            accept(store, other)

    assert items_booked(store) == 1
