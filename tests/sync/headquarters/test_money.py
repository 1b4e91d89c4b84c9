"""Money after the sale at two counters: headquarters folds the same entries to the same rows."""

from datetime import date

import pytest
import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.kinds.body import Body
from app.services.accepting import accept_shipments
from app.services.confirming import ConfirmPayment, confirm_payment
from app.services.correcting import CorrectShipment, Wanted, correct_shipment
from app.services.credit import AgreeAccount, agree_account
from app.services.customers import register_customer
from app.services.other_services import record_service
from app.services.paying import Tender
from app.services.signing_in import hash_pin
from app.services.voiding import VoidShipments, void_shipments
from app.services.voiding_services import void_service
from app.store.credit import StoredCredit, credit_of
from app.store.customers import customer_by_number
from app.store.tables.money import (
    adjusted_item,
    adjustment,
    credit_account,
    credit_used,
    payment_part,
    service_record,
)
from app.store.tables.shipments import receipt, shipment
from app.store.tables.station import clerk
from sync.headquarters.tables import quarantine
from tests.app.services.test_other_services import a_money_order
from tests.builders import CHAU, PHUC, PIN, a_basket, a_command_id, a_customer, an_item
from tests.money import PHUC_APPROVES
from tests.sync.country import Counter, Country
from tests.sync.forgery import forged, journal_of, pushed_by_hand

TABLES = (payment_part, adjustment, adjusted_item, service_record, receipt, shipment)


def staff(counter: Counter) -> None:
    """Phúc works there, too."""
    with counter.store.unit_of_work() as uow:
        uow.connection.execute(
            sa.insert(clerk).values(
                id=PHUC.id, code="phuc", name=PHUC.name, role="supervisor", pin_hash=hash_pin(PIN)
            )
        )
        uow.commit()


def a_day(counter: Counter, customer: str = "") -> str:
    """Something of everything; the customer's number."""
    store, uow = counter.store, counter.store.unit_of_work
    staff(counter)
    customer = customer or register_customer(a_customer(), uow(), CHAU).number
    agree_account(
        AgreeAccount(a_command_id(), customer, "HĐ 1", 90_000, date(2026, 12, 31), PHUC_APPROVES),
        uow(),
        CHAU,
    )
    basket = a_basket(
        customer, an_item(), an_item(), tendered_vnd=50_000, transfer_vnd=8_000,
        on_account_vnd=5_000,
    )  # fmt: skip
    sale = accept_shipments(basket, uow(), CHAU)
    kept, gone = (item.code for item in sale.items)
    heavier = Wanted(actual_g=600)
    correct_shipment(
        CorrectShipment(
            a_command_id(), kept, heavier, "cân lại", PHUC_APPROVES,
            tender=Tender(cash_vnd=50_000, confirmed=True),
        ),
        uow(),
        CHAU,
    )  # fmt: skip
    void_shipments(VoidShipments(a_command_id(), gone, "nhầm", PHUC_APPROVES), uow(), CHAU)
    transfer = a_basket(customer, tendered_vnd=20_000, transfer_vnd=5_000)
    later = accept_shipments(transfer, uow(), CHAU)
    confirm_payment(ConfirmPayment(a_command_id(), later.receipt, "FT1"), uow(), CHAU)
    service = record_service(a_money_order(customer), uow(), CHAU)
    void_service(VoidShipments(a_command_id(), service.receipt, "nhầm", PHUC_APPROVES), uow(), CHAU)
    assert store.clock.now_ms()
    return customer


def rows(connection: sa.Connection, table: sa.Table) -> list[tuple[object, ...]]:
    """Without the place of the entry, which is another number at headquarters."""
    columns = [column for column in table.columns if column.name != "seq"]
    return sorted(tuple(row) for row in connection.execute(sa.select(*columns)))


def test_headquarters_has_the_rows_of_both_counters(country: Country) -> None:
    counters = [country.counter(), country.counter()]
    for counter in counters:
        a_day(counter)

    assert [counter.sync().problem for counter in counters] == ["", ""]

    for table in TABLES:
        here: list[tuple[object, ...]] = []
        for counter in counters:
            with counter.store.reading() as connection:
                here += rows(connection, table)
        with country.headquarters.database.reading() as connection:
            assert sorted(here) == rows(connection, table), table.name
    assert country.hq(sa.select(sa.func.count()).select_from(quarantine)) == 0


def test_a_customers_account_is_summed_over_the_counters(country: Country) -> None:
    one, other = country.counter(), country.counter()
    customer = a_day(one)
    one.sync()
    other.sync()

    a_day(other, customer)
    other.sync()

    used = [counter.scalar(sa.select(credit_used.c.used_vnd)) for counter in (one, other)]
    assert country.hq(sa.select(credit_used.c.used_vnd)) == sum(used)
    assert country.hq(sa.select(sa.func.count()).select_from(credit_account)) == 1


def test_counters_hear_of_an_account_and_of_what_others_booked_on_it(country: Country) -> None:
    one, other = country.counter(), country.counter()
    for counter in (one, other):
        assert counter.sync().problem == ""
    customer = a_day(one)
    basket = a_basket(customer, tendered_vnd=50_000, on_account_vnd=4_000)
    accept_shipments(basket, one.store.unit_of_work(), CHAU)

    assert [counter.sync().problem for counter in (one, other)] == ["", ""]

    used = one.scalar(sa.select(credit_used.c.used_vnd))
    stands = [standing(counter, customer) for counter in (one, other)]
    assert used > 0
    assert [(each.contract, each.used_vnd) for each in stands] == [("HĐ 1", used)] * 2


def standing(counter: Counter, customer: str) -> StoredCredit:
    with counter.store.reading() as connection:
        found = credit_of(connection, customer_by_number(connection, customer).uid)
    assert found is not None
    return found


@pytest.mark.parametrize("kind", ["shipment.voided"])
def test_nobody_changes_the_receipt_of_another_counter(country: Country, kind: str) -> None:
    one, other = country.counter(), country.counter()
    a_day(one)
    one.sync()
    other.sync()
    bodies = {body.NAME: body for body in _bodies(one)}

    status, _ = pushed_by_hand(other, forged(other, bodies[kind]))

    assert status == 200
    held = country.hq(sa.select(sa.func.count()).select_from(quarantine))
    assert held == 1


def _bodies(counter: Counter) -> list[Body]:
    found = (read_body(each) for each in journal_of(counter))
    return [body for body in found if body is not None]
