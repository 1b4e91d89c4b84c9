import sqlalchemy as sa

from app.store.credit import credit_of
from app.store.customers import customer_by_number
from app.store.store import Store
from app.store.tables.money import credit_heard
from tests.builders import accepted, registered
from tests.money import agreed


def heard(store: Store, uid: bytes, **values: int) -> None:
    row = {"limit_vnd": 300_000, "agreed_ms": 0, "elsewhere_vnd": 0, "heard_ms": 5, **values}
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.insert(credit_heard).values(
                customer_uid=uid, contract="HĐ khác", until="2026-12-31", **row
            )
        )
        uow.commit()


def test_what_other_counters_booked_is_owed_too(counter: Store) -> None:
    customer = registered(counter)
    agreed(counter, customer, limit_vnd=100_000)
    accepted(counter, customer=customer, tendered_vnd=20_000, on_account_vnd=3_000)
    with counter.reading() as connection:
        uid = customer_by_number(connection, customer).uid
    heard(counter, uid, elsewhere_vnd=90_000)

    with counter.reading() as connection:
        stands = credit_of(connection, uid)
    assert stands is not None
    assert (stands.contract, stands.used_vnd, stands.free_vnd) == ("HĐ 12/2026", 93_000, 7_000)


def test_an_agreement_made_elsewhere_later_holds(counter: Store) -> None:
    customer = registered(counter)
    agreed(counter, customer, limit_vnd=100_000)
    with counter.reading() as connection:
        uid = customer_by_number(connection, customer).uid
    heard(counter, uid, agreed_ms=9_000_000_000_000)

    with counter.reading() as connection:
        stands = credit_of(connection, uid)
    assert stands is not None
    assert (stands.contract, stands.limit_vnd, stands.heard_ms) == ("HĐ khác", 300_000, 5)


def test_more_than_the_limit_leaves_nothing_free(counter: Store) -> None:
    with counter.reading() as connection:
        uid = customer_by_number(connection, registered(counter)).uid
    heard(counter, uid, elsewhere_vnd=400_000)

    with counter.reading() as connection:
        stands = credit_of(connection, uid)
    assert stands is not None
    assert stands.free_vnd == 0
