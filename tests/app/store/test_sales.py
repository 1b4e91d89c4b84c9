from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.sales import (
    item_by_code,
    items_of,
    newest_receipt,
    price_lines,
    receipt_by_number,
    receipt_by_proof,
    receipt_of_item,
)
from app.store.store import Store
from tests.builders import a_store, accepted, an_item


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_a_receipt_is_read_by_number_proof_and_item(store: Store) -> None:
    done = accepted(store, an_item(), an_item(service="parcel")).done

    with store.reading() as connection:
        stored = receipt_by_number(connection, done.receipt)
        assert stored == receipt_by_proof(connection, done.proof) == newest_receipt(connection)
        for item in done.items:
            assert receipt_of_item(connection, item.code) == done.receipt
    assert stored is not None
    assert (stored.due_vnd, stored.method) == (done.total_vnd, "cash")


def test_items_come_in_their_order_as_they_were_priced(store: Store) -> None:
    done = accepted(store, an_item(), an_item(service="parcel")).done

    with store.reading() as connection:
        items = items_of(connection, done.receipt)
        assert item_by_code(connection, done.items[1].code) == items[1]

    assert [item.code for item in items] == [item.code for item in done.items]
    assert price_lines(items[0]) == done.items[0].lines


def test_what_is_not_there_is_nothing(store: Store) -> None:
    with store.reading() as connection:
        assert newest_receipt(connection) is None
        assert receipt_by_number(connection, "100950-2-0000001") is None
        assert receipt_by_proof(connection, "00000-00000") is None
        assert receipt_of_item(connection, "RA000000014VN") is None
        assert item_by_code(connection, "RA000000014VN") is None
        assert items_of(connection, "100950-2-0000001") == ()


def test_the_newest_receipt_is_the_last_one_booked_whatever_its_number(store: Store) -> None:
    for _ in range(11):
        last = accepted(store).done

    with store.reading() as connection:
        newest = newest_receipt(connection)
    assert newest is not None
    assert newest.number == last.receipt
