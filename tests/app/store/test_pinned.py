"""Whoever was asked for once is forgotten after a month, unless the books speak of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.pinned import KEPT_MS, drop_unused, pin
from app.store.received import stand_in
from app.store.store import Store
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer
from app.store.tables.search import search_key
from tests.builders import a_store, accepted

HER = b"h" * 16
COUNT = sa.func.count()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def counts(store: Store, *tables: sa.Table) -> list[int]:
    with store.reading() as connection:
        return [connection.scalar(sa.select(COUNT).select_from(table)) or 0 for table in tables]


def test_a_month_after_the_last_question_nothing_is_left(store: Store) -> None:
    before = counts(store, customer, search_key)
    with store.noting() as connection:
        stand_in(connection, HER, number="7926000000131", full_name="Lê Thị Hoa")
        pin(connection, HER, 1_000)
        pin(connection, HER, 2_000)
        assert drop_unused(connection, 2_000 + KEPT_MS) == 0

        assert drop_unused(connection, 2_001 + KEPT_MS) == 1

    assert counts(store, customer, search_key) == before
    assert counts(store, pinned_customer) == [0]


def test_whoever_sent_something_here_stays(store: Store) -> None:
    accepted(store)
    with store.noting() as connection:
        uid = connection.scalar(sa.select(customer.c.uid))
        assert uid is not None
        pin(connection, uid, 0)

        assert drop_unused(connection, KEPT_MS + 1) == 0

    assert counts(store, customer) == [1]
