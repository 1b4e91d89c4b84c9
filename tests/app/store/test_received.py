"""Headquarters' customers stand here without taking anything that this writer did."""

from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.kinds.customers import Change
from app.store.outbox import outbox
from app.store.received import take_customers
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.search import search_key
from app.store.verification import verify
from tests.app.store.bookkeeping import a_registration, a_snapshot_customer, an_edit, record


def a_row(serial: int, **changes: object) -> dict[str, Any]:
    plain = msgspec.structs.asdict(a_snapshot_customer(serial))
    return {**plain, "citizen_issued_on": None, "erased": 0, **changes}


def own_row(**changes: object) -> dict[str, Any]:
    """The customer of ``a_registration`` as headquarters knows her."""
    body = a_registration()
    return a_row(1, uid=body.uid, number=body.number, **changes)


def take(store: Store, row: dict[str, Any], *, acked: int) -> int:
    with store.noting() as connection:
        box = outbox(connection)
        assert box is not None
        return take_customers(connection, [row], acked=acked, head=box.head.seq)


def stored(store: Store) -> sa.Row[Any]:
    with store.reading() as connection:
        return connection.execute(sa.select(customer)).one()


def test_a_customer_of_another_counter_is_found_by_the_old_and_the_new_name(store: Store) -> None:
    take(store, a_row(1), acked=0)
    take(store, a_row(1, full_name="Trần Văn An"), acked=0)

    with store.reading() as connection:
        keys = set(connection.scalars(sa.select(search_key.c.key)))
    assert "tran van an" in keys
    assert "tran van binh" not in keys
    assert stored(store).source == "headquarters"


def test_an_unsent_edit_is_not_taken_away(store: Store) -> None:
    record(store, a_registration())
    record(store, an_edit(Change("street", "12 Hàng Bông", "Phố Huế")))

    take(store, own_row(street="xưa"), acked=5)

    assert stored(store).street == "Phố Huế"


def test_what_headquarters_decided_replaces_what_it_has_heard(store: Store) -> None:
    record(store, a_registration())

    take(store, own_row(street="Phố Huế"), acked=5)
    record(store, an_edit(Change("street", "Phố Huế", "Lò Đúc")))

    assert stored(store).street == "Lò Đúc"
    assert verify(store).ok


def test_a_number_that_another_customer_has_here_is_refused(store: Store) -> None:
    record(store, a_registration())

    assert take(store, a_row(9, number=a_registration().number), acked=5) == 1
    assert stored(store).uid == a_registration().uid


def test_an_altered_row_is_found_by_verification(store: Store) -> None:
    record(store, a_registration())
    take(store, own_row(street="Phố Huế"), acked=5)
    with store.noting() as connection:
        connection.execute(sa.update(customer).values(street="lạ"))

    assert not verify(store).ok
