from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.customers import customer_by_number
from app.store.sent import newest_items
from app.store.store import Store
from app.store.tables.shipments import shipment
from tests.builders import a_store, accepted, an_item


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_the_newest_items_come_first_and_voided_ones_not_at_all(store: Store) -> None:
    first = accepted(store, an_item(contents="Sách"), an_item(contents="Thư"))
    accepted(store, an_item(contents="Áo"), customer=first.customer)
    with store.noting() as connection:
        gone = first.done.items[0].code
        connection.execute(
            sa.update(shipment).where(shipment.c.code == gone).values(status="voided")
        )

        uid = customer_by_number(connection, first.customer).uid
        contents = [item.whole.contents for item in newest_items(connection, uid, 5)]
        assert contents[0] in ("Áo", "Thư")
        assert sorted(contents) == ["Thư", "Áo"]
        assert len(newest_items(connection, uid, 1)) == 1
