"""Headquarters' word that somebody left a scope."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from app.store.gone import GONE, GoneRow
from app.store.pinned import pin
from app.store.received import stand_in
from app.store.store import Store
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer
from app.store.taking import take_page
from tests.builders import a_store

HER, OTHER = b"h" * 16, b"o" * 16


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    with opened.noting() as connection:
        stand_in(connection, HER, number="7926000000131", full_name="Lê Thị Hoa")
        pin(connection, HER, 1)
    yield opened
    opened.close()


def gone(uid: bytes, entity: str = "customer") -> tuple[str, bytes]:
    return GONE, msgspec.msgpack.encode(GoneRow(entity, uid))


def known(store: Store, column: sa.Column[bytes]) -> bool:
    with store.reading() as connection:
        return connection.scalar(sa.select(column).where(column == HER)) is not None


def test_whoever_left_is_neither_known_nor_kept(store: Store) -> None:
    with store.noting() as connection:
        take_page(connection, [gone(OTHER), gone(HER)], 1)

    assert (known(store, customer.c.uid), known(store, pinned_customer.c.uid)) == (False, False)


def test_what_is_not_a_customer_leaves_nobody_without_one(store: Store) -> None:
    with store.noting() as connection:
        take_page(connection, [gone(HER, "something else")], 1)

    assert known(store, customer.c.uid)


def test_a_word_that_cannot_be_read_is_no_word(store: Store) -> None:
    with pytest.raises(msgspec.DecodeError), store.noting() as connection:
        take_page(connection, [(GONE, b"\xc1")], 1)

    assert known(store, customer.c.uid)
