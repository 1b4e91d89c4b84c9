# ruff: noqa: ANN401 - what may be changed, and to what, is said by the command itself

from dataclasses import replace
from typing import Any

import pytest

from app.domain.reference.other_services import Need
from app.services.commands import CommandIdTaken
from app.services.other_services import (
    AmountRefused,
    DetailUnusable,
    FeeRefused,
    OtherServiceUnknown,
    PeriodUnreadable,
    RecordedService,
    RecordService,
    record_service,
    tax_in,
)
from app.services.paying import Tender, TenderedTooLittle
from app.store.adjustments import service_by_number
from app.store.credit import credit_of
from app.store.customers import customer_by_number
from app.store.sales import receipt_by_number
from app.store.store import Store
from tests.app.services.bookkeeping import balance, kinds, sound, unbalanced
from tests.app.services.test_voiding import papers
from tests.builders import CHAU, a_command_id, accepted, registered
from tests.money import agreed

ORDER: dict[str, str] = {Need.REFERENCE: "CT 2026/00123", Need.PARTY: "Lê Thị Hoa"}


def a_money_order(customer: str, **changes: Any) -> RecordService:
    """Two million sent, thirty thousand in fees."""
    command = RecordService(
        a_command_id(),
        customer,
        "money_order",
        2_000_000,
        30_000,
        details=ORDER,
        tender=Tender(cash_vnd=2_100_000),
    )
    return replace(command, **changes)


def recorded(store: Store, customer: str = "", **changes: Any) -> RecordedService:
    command = a_money_order(customer or registered(store), **changes)
    return record_service(command, store.unit_of_work(), CHAU)


PENSION: dict[str, Any] = {
    "service": "pension",
    "amount_vnd": 3_500_000,
    "fee_vnd": 0,
    "details": {Need.REFERENCE: "LH 0042"},
    "period_from": "11/2026",
    "tender": Tender(),
}


def test_money_sent_is_held_for_others_and_the_fee_is_ours(store: Store) -> None:
    done = recorded(store)

    assert (done.due_vnd, done.change_vnd) == (2_030_000, 70_000)
    assert balance(store, "drawer") == 2_030_000
    assert balance(store, "held.money_order") == -2_000_000
    assert balance(store, "revenue.money_order") + balance(store, "vat.output") == -30_000
    assert balance(store, "vat.output") == -2_222
    assert ("service", done.receipt) in papers(store)
    assert kinds(store)[-1] == "service.recorded"
    assert sound(store)


def test_a_pension_goes_out_of_the_drawer(store: Store) -> None:
    done = recorded(store, **PENSION)

    assert done.due_vnd == -3_500_000
    assert balance(store, "drawer") == -3_500_000
    assert balance(store, "held.pension") == 3_500_000
    with store.reading() as connection:
        row = service_by_number(connection, done.receipt)
        receipt = receipt_by_number(connection, done.receipt)
    assert row is not None
    assert (row.period_from, row.period_to) == ("2026-11", "2026-11")
    assert receipt is not None
    assert receipt.due_vnd == -3_500_000
    assert sound(store)


def test_what_is_paid_out_by_transfer_is_owed_until_it_is_sent(store: Store) -> None:
    recorded(store, **PENSION, payout="transfer")

    assert balance(store, "transfer.owed") == -3_500_000
    assert balance(store, "drawer") == 0


def test_a_subscription_says_title_copies_and_months(store: Store) -> None:
    details: dict[str, str] = {Need.TITLE: "Báo Nhân Dân", Need.COPIES: "2"}

    recorded(
        store,
        service="press",
        amount_vnd=600_000,
        fee_vnd=0,
        details=details,
        period_from="1/2027",
        period_to="06/2027",
        tender=Tender(cash_vnd=600_000),
    )

    assert balance(store, "held.press") == -600_000


def test_a_debt_that_is_paid_frees_the_account(store: Store) -> None:
    customer = registered(store)
    agreed(store, customer, limit_vnd=50_000)
    accepted(store, customer=customer, tendered_vnd=50_000, on_account_vnd=10_000)

    recorded(
        store,
        customer,
        service="account_payment",
        amount_vnd=10_000,
        fee_vnd=0,
        details={Need.REFERENCE: "BK 11/2026"},
        tender=Tender(cash_vnd=10_000),
    )

    with store.reading() as connection:
        stands = credit_of(connection, customer_by_number(connection, customer).uid)
    assert stands is not None
    assert (stands.used_vnd, stands.free_vnd) == (0, 50_000)
    assert unbalanced(store) == 0
    assert sound(store)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"service": "lottery"}, OtherServiceUnknown),
        ({"amount_vnd": 0}, AmountRefused),
        ({"amount_vnd": 200_000_001}, AmountRefused),
        ({"fee_vnd": -1}, FeeRefused),
        ({**PENSION, "fee_vnd": 3_500_001}, FeeRefused),
        ({"details": {}}, DetailUnusable),
        ({**PENSION, "period_from": "13/2026"}, PeriodUnreadable),
        ({**PENSION, "period_from": "02/2027", "period_to": "01/2027"}, PeriodUnreadable),
        ({"tender": Tender(cash_vnd=2_000_000)}, TenderedTooLittle),
    ],
)
def test_what_the_service_does_not_take_is_refused(
    store: Store, changes: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        recorded(store, **changes)


def test_pressing_again_books_once(store: Store) -> None:
    command = a_money_order(registered(store))

    first = record_service(command, store.unit_of_work(), CHAU)
    again = record_service(command, store.unit_of_work(), CHAU)

    assert again == first
    assert kinds(store).count("service.recorded") == 1
    with pytest.raises(CommandIdTaken):
        recorded(store, command_id=command.command_id)


@pytest.mark.parametrize(
    ("gross_vnd", "rate_bp", "tax_vnd"),
    [(0, 800, 0), (10_800, 800, 800), (10_000, 0, 0), (1, 800, 0)],
)
def test_the_tax_inside_a_fee(gross_vnd: int, rate_bp: int, tax_vnd: int) -> None:
    assert tax_in(gross_vnd, rate_bp) == tax_vnd
