import sqlalchemy as sa

from app.store.store import Store
from app.store.tables.station import lease


def test_a_granted_range_begins_at_its_first_number(store: Store) -> None:
    with store.reading() as connection:
        rows = connection.execute(sa.select(lease).order_by(lease.c.lease_id)).all()

    assert [(row.kind, row.prefix, row.lo, row.hi, row.next) for row in rows] == [
        ("customer", "0126", 1, 900, 1),
        ("item", "RA", 1, 900, 1),
        ("receipt", "100950-2", 1, 900, 1),
    ]
