"""Pages are taken entity by entity; what a newer headquarters sends is passed over."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.store.store import Store
from app.store.taking import TAKERS, Taken, take_page
from tests.app.store.bookkeeping import a_snapshot_customer
from tests.builders import a_store

CUSTOMER = msgspec.msgpack.encode(a_snapshot_customer(1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_store(tmp_path)
    yield made
    made.close()


def take(store: Store, *rows: tuple[str, bytes]) -> Taken:
    with store.noting() as connection:
        return take_page(connection, rows, now_ms=5)


def test_what_is_not_known_is_counted_by_its_name(store: Store) -> None:
    taken = take(store, ("cow", b"?"), ("customer", CUSTOMER), ("cow", b"?"), ("dog", b""))

    assert taken.refused == 0
    assert dict(taken.unknown) == {"cow": 2, "dog": 1}


def test_a_row_that_contradicts_is_refused_alone(store: Store) -> None:
    other = msgspec.structs.replace(a_snapshot_customer(9), number=a_snapshot_customer(1).number)

    taken = take(store, ("customer", CUSTOMER), ("customer", msgspec.msgpack.encode(other)))

    assert taken.refused == 1


def test_who_left_goes_first_and_customers_come_before_what_belongs_to_them() -> None:
    assert list(TAKERS)[:2] == ["gone", "customer"]
