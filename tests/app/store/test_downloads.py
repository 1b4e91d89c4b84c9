"""One part of the first download: fast for what is new, careful for what is here."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.downloads import (
    begin_download,
    count_part,
    download_of,
    end_download,
    take_customers_at_once,
)
from app.store.snapshot import CustomerRow
from app.store.store import Store
from app.store.tables.customers import customer
from app.store.tables.search import search_key
from tests.app.store.bookkeeping import a_snapshot_customer
from tests.builders import a_store

SCOPE = "P:01"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_store(tmp_path)
    yield made
    made.close()


def take(store: Store, *rows: CustomerRow) -> int:
    with store.noting() as connection:
        refused = take_customers_at_once(connection, rows, acked=0, head=1)
        count_part(connection, SCOPE)
        return refused


def names(store: Store) -> list[str]:
    with store.reading() as connection:
        query = sa.select(customer.c.full_name).order_by(customer.c.number)
        return list(connection.scalars(query))


def test_parts_are_counted_with_the_rows_they_brought(store: Store) -> None:
    with store.noting() as connection:
        begin_download(connection, SCOPE, b"manifest")

    assert take(store, a_snapshot_customer(1), a_snapshot_customer(2)) == 0

    with store.reading() as connection:
        begun = download_of(connection, SCOPE)
        assert connection.scalar(sa.select(sa.func.count()).select_from(search_key))
    assert begun is not None
    assert (begun.manifest, begun.next_part) == (b"manifest", 1)
    with store.noting() as connection:
        end_download(connection, SCOPE)
        assert download_of(connection, SCOPE) is None


def test_a_customer_that_is_here_is_brought_up_to_date_not_doubled(store: Store) -> None:
    take(store, a_snapshot_customer(1, "Trần Văn Bình"))

    take(store, replace(a_snapshot_customer(1, "Trần Văn Bính"), version=4), a_snapshot_customer(2))

    assert names(store) == ["Trần Văn Bính", "Trần Văn Bình"]


def test_a_number_that_another_has_here_refuses_one_row_not_the_part(store: Store) -> None:
    take(store, a_snapshot_customer(1))
    clash = replace(a_snapshot_customer(9), number=a_snapshot_customer(1).number)

    assert take(store, clash, a_snapshot_customer(2)) == 1

    assert len(names(store)) == 2
