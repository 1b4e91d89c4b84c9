import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from app.journal.kinds.customers import Change
from app.store.snapshot import import_customers
from app.store.store import Store
from app.store.tables.customers import customer, customer_base
from app.store.verification import verify
from tests.app.store.bookkeeping import (
    a_payment,
    a_snapshot_customer,
    an_acceptance,
    an_edit,
    record,
    uid_of,
)


def test_headquarters_customers_are_taken_in_and_findable(store: Store) -> None:
    done = list(import_customers(store, (a_snapshot_customer(n) for n in range(1, 51))))

    assert done == [50]
    with store.reading() as connection:
        keys = connection.scalar(
            sa.text("SELECT count(*) FROM search_key WHERE kind = 1 AND key = 'binh tran van'")
        )
    assert keys == 50
    assert verify(store).ok


def test_a_customer_that_is_there_already_is_refused_whole(store: Store) -> None:
    list(import_customers(store, [a_snapshot_customer(1)]))

    with pytest.raises(dbapi2.IntegrityError):
        list(import_customers(store, [a_snapshot_customer(2), a_snapshot_customer(1)]))

    with store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(customer)) == 1


def test_headquarters_version_is_put_aside_before_our_first_change(store: Store) -> None:
    list(import_customers(store, [a_snapshot_customer(1), a_snapshot_customer(2)]))
    record(store, an_edit(Change("full_name", "Trần Văn Bình", "Trần Văn Bính")))
    record(store, an_edit(Change("street", "Thôn Đông", "Thôn Tây")))
    record(store, an_acceptance(customer=2), a_payment(customer=2))

    with store.reading() as connection:
        kept = connection.execute(sa.select(customer_base.c.uid)).scalars().all()
        rows = connection.execute(
            sa.select(customer.c.full_name, customer.c.street, customer.c.shipments)
        ).all()
    assert sorted(kept) == [uid_of(1), uid_of(2)]
    assert [tuple(row) for row in rows] == [
        ("Trần Văn Bính", "Thôn Tây", 2),
        ("Trần Văn Bình", "Thôn Đông", 3),
    ]
    assert verify(store).problems == ()
