import sqlalchemy as sa

from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.shipments import shipment
from tests.app.store.bookkeeping import a_payment, a_registration, an_acceptance, record


def test_an_accepted_item_stands_with_its_recorded_body(store: Store) -> None:
    record(store, a_registration())
    accepted, _ = record(store, an_acceptance(), a_payment())

    with store.reading() as connection:
        row = connection.execute(sa.select(shipment)).one()
        sender = connection.execute(sa.select(customer)).one()
    assert (row.code, row.status, row.seq) == (an_acceptance().code, "accepted", accepted.seq)
    assert row.detail == accepted.body
    assert (sender.shipments, sender.last_seen_ms) == (1, accepted.wall_ms)
