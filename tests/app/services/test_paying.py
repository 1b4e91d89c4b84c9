from datetime import date, timedelta

import pytest

from app.domain.vietqr import transfer_memo
from app.services.accepting import accept_shipments
from app.services.paying import (
    AccountEnded,
    AccountLimitReached,
    GivenTooMuch,
    NoAccountAgreed,
    TenderedImpossible,
    TenderedTooLittle,
    TransferNotOffered,
)
from app.store.adjustments import StoredPart, parts_of
from app.store.store import Store
from app.store.tables.station import reference_file
from tests.app.services.bookkeeping import balance, sound, unbalanced
from tests.builders import CHAU, a_basket, accepted, registered
from tests.fakes.clock import HandClock
from tests.money import agreed


def parts(store: Store, receipt: str) -> list[tuple[str, int, int]]:
    """Method, sum and what is still awaited of each part."""
    with store.reading() as connection:
        found: tuple[StoredPart, ...] = parts_of(connection, receipt)
    return [(part.method, part.amount_vnd, part.open_vnd) for part in found]


def price(store: Store) -> int:
    """What the default item costs."""
    return accepted(store).done.total_vnd


def test_cash_alone_is_one_part(store: Store) -> None:
    done = accepted(store).done

    assert parts(store, done.receipt) == [("cash", done.total_vnd, 0)]
    assert done.change_vnd == 100_000 - done.total_vnd


def test_a_transfer_is_awaited_and_nothing_goes_into_the_drawer(store: Store) -> None:
    due = price(store)
    drawer = balance(store, "drawer")

    sale = accepted(store, tendered_vnd=0, transfer_vnd=due)

    assert parts(store, sale.done.receipt) == [("transfer", due, due)]
    assert balance(store, "drawer") == drawer
    assert balance(store, "transfer.pending") == due
    with store.reading() as connection:
        memo = parts_of(connection, sale.done.receipt)[0].memo
    assert memo == transfer_memo(sale.command_id)
    assert sound(store)


def test_several_ways_pay_one_sum_and_change_is_of_the_cash(store: Store) -> None:
    customer = registered(store)
    agreed(store, customer)
    due = price(store)

    done = accepted(
        store, customer=customer, tendered_vnd=20_000, transfer_vnd=5_000, on_account_vnd=2_000
    ).done

    cash = due - 7_000
    assert parts(store, done.receipt) == [
        ("cash", cash, 0),
        ("transfer", 5_000, 5_000),
        ("account", 2_000, 0),
    ]
    assert done.change_vnd == 20_000 - cash
    assert unbalanced(store) == 0
    assert sound(store)


def test_what_other_ways_leave_must_be_there_in_cash(store: Store) -> None:
    with pytest.raises(TenderedTooLittle) as caught:
        accepted(store, tendered_vnd=0, transfer_vnd=1_000)

    assert caught.value.missing_vnd == price(store) - 1_000


def test_no_change_is_given_on_a_transfer(store: Store) -> None:
    due = price(store)

    with pytest.raises(GivenTooMuch) as caught:
        accepted(store, tendered_vnd=0, transfer_vnd=due + 500)
    assert caught.value.over_vnd == 500


def test_less_than_nothing_is_no_tender(store: Store) -> None:
    with pytest.raises(TenderedImpossible):
        accepted(store, transfer_vnd=-1)


def test_an_office_without_an_account_takes_no_transfer_but_everything_else(store: Store) -> None:
    without_account(store)

    with pytest.raises(TransferNotOffered) as caught:
        accepted(store, tendered_vnd=20_000, transfer_vnd=1_000)
    assert caught.value.office == "Cửa Nam"
    assert accepted(store).done.receipt


def without_account(store: Store) -> None:
    """Put back the list of offices of before accounts stood in it."""
    with store.unit_of_work() as uow:
        uow.connection.execute(
            reference_file.delete().where(reference_file.c.name == "offices-2026-07.csv")
        )
        uow.commit()


def test_without_an_agreement_nobody_pays_later(store: Store) -> None:
    with pytest.raises(NoAccountAgreed):
        accepted(store, tendered_vnd=20_000, on_account_vnd=1_000)


def test_over_the_limit_is_refused_with_what_is_still_free(store: Store) -> None:
    customer = registered(store)
    due = price(store)
    agreed(store, customer, limit_vnd=due + 5_000)
    accepted(store, customer=customer, tendered_vnd=0, on_account_vnd=due)

    with pytest.raises(AccountLimitReached) as caught:
        accepted(store, customer=customer, tendered_vnd=0, on_account_vnd=due)

    assert caught.value.free_vnd == 5_000
    assert balance(store, "receivable") == due
    assert sound(store)


def test_an_agreement_holds_until_its_last_day(store: Store, clock: HandClock) -> None:
    customer = registered(store)
    agreed(store, customer, until=date(2026, 11, 21))
    accepted(store, customer=customer, tendered_vnd=50_000, on_account_vnd=1_000)

    clock.advance(int(timedelta(days=1).total_seconds() * 1_000))
    with pytest.raises(AccountEnded) as caught:
        accepted(store, customer=customer, tendered_vnd=50_000, on_account_vnd=1_000)

    assert caught.value.until == "21/11/2026"


def test_pressing_again_books_a_mixed_payment_once(store: Store) -> None:
    basket = a_basket(registered(store), tendered_vnd=20_000, transfer_vnd=5_000)

    first = accept_shipments(basket, store.unit_of_work(), CHAU)
    again = accept_shipments(basket, store.unit_of_work(), CHAU)

    assert again == first
    assert balance(store, "transfer.pending") == 5_000
