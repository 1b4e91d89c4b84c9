"""Nothing of whom this counter parts with stays behind, and nobody of the books is parted with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.bundles import AddressRow, Bundle
from app.store.bundles_heard import ENTITY, put_bundles
from app.store.parting import part_with
from app.store.received import stand_in
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.heard import taken_document
from app.store.tables.relations import customer_address
from app.store.tables.search import search_key
from tests.builders import a_store, accepted

HER = b"h" * 16
COUNT = sa.func.count()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def counts(store: Store) -> list[int]:
    tables = (customer, search_key, customer_address, taken_document)
    with store.reading() as connection:
        return [connection.scalar(sa.select(COUNT).select_from(table)) or 0 for table in tables]


def test_of_a_guest_nothing_is_left(store: Store) -> None:
    before = counts(store)
    address = AddressRow(
        address=b"a" * 16, use="contact", street="7 Tràng Tiền", commune="00070", scheme="2025-07",
        as_written="", line="7 Tràng Tiền, Cửa Nam", printed=0, since_ms=1, dropped_ms=None,
        seq=1 << 41,
    )  # fmt: skip
    with store.noting() as connection:
        stand_in(connection, HER, number="7926000000131", full_name="Lê Thị Hoa")
        put_bundles(connection, [Bundle(HER, addresses=[address])])
        document = {"entity": ENTITY, "key": HER, "after_seq": 0, "document": b""}
        connection.execute(sa.insert(taken_document).values(document))
        assert part_with(connection, [HER]) == 1

    assert counts(store) == before


def test_whom_the_books_name_stays(store: Store) -> None:
    accepted(store)
    before = counts(store)
    with store.noting() as connection:
        everyone = connection.scalars(sa.select(customer.c.uid)).all()
        assert part_with(connection, everyone) == 0

    assert counts(store) == before
