from dataclasses import replace

import pytest
import sqlalchemy as sa

from app.domain.bulk import CHUNK, CheckedRow
from app.domain.customer_number import grouped
from app.domain.vietqr import transfer_memo
from app.services.bulk.booking import (
    BookChunk,
    book_chunk,
    booked_receipts,
    chunk_command_id,
    chunks_of,
    file_transfer_id,
)
from app.services.bulk.checking import check_rows
from app.services.bulk.reading import read_sheet
from app.services.entering import ContentsUnusable
from app.services.shipments import AcceptedShipments
from app.store.adjustments import awaited_parts
from app.store.reference import reference_book
from app.store.store import Store
from app.store.tables.shipments import receipt, shipment
from tests.app.services.bookkeeping import balance, sound
from tests.app.services.bulk.files import a_csv, a_row
from tests.builders import CHAU, registered
from tests.fakes.clock import NOON


def rows_of(store: Store, count: int) -> tuple[bytes, tuple[CheckedRow, ...]]:
    sheet = read_sheet("don.csv", a_csv(*(a_row(reference=f"D{n}") for n in range(count))))
    with store.reading() as connection:
        return sheet.digest, check_rows(sheet.rows, connection, NOON, "parcel")


def book(store: Store, command: BookChunk) -> AcceptedShipments:
    with store.reading() as connection:
        catalogue = reference_book(connection, NOON).catalogue()
    return book_chunk(command, catalogue, store.unit_of_work(), CHAU)


def count(store: Store, table: sa.Table) -> int:
    with store.reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_file_is_cut_by_the_place_of_its_rows(store: Store) -> None:
    _, rows = rows_of(store, CHUNK + 3)

    assert [len(chunk) for chunk in chunks_of(rows)] == [CHUNK, 3]


def test_a_chunk_stands_on_one_receipt_and_is_paid_to_the_dong(store: Store) -> None:
    customer = registered(store)
    digest, rows = rows_of(store, 3)

    done = book(store, BookChunk(customer, digest, 0, rows))

    assert len(done.items) == 3
    assert (done.total_vnd, done.change_vnd) == (sum(row.due_vnd for row in rows), 0)
    assert sound(store)


def test_repeating_the_file_books_it_once(store: Store) -> None:
    customer = registered(store)
    digest, rows = rows_of(store, 2)

    first = book(store, BookChunk(customer, digest, 0, rows))
    again = book(store, BookChunk(grouped(customer), digest, 0, rows))

    assert first.receipt == again.receipt
    assert count(store, receipt) == 1
    with store.reading() as connection:
        assert booked_receipts(connection, customer, digest, 3) == {0: first.receipt}


def test_another_chunk_file_or_customer_is_another_command() -> None:
    ids = {
        chunk_command_id(customer, digest, chunk)
        for customer in ("0126000000179", "0126000000276")
        for digest in (b"a", b"b")
        for chunk in (0, 1)
    }

    assert len(ids) == 8


def test_a_row_that_is_refused_leaves_nothing_of_its_chunk(store: Store) -> None:
    customer = registered(store)
    digest, rows = rows_of(store, 2)

    bad = replace(rows[1], entry=replace(rows[1].entry, contents=""))

    with pytest.raises(ContentsUnusable):
        book(store, BookChunk(customer, digest, 0, (rows[0], bad)))

    assert count(store, shipment) == 0


def test_one_transfer_for_the_file_has_the_same_words_on_every_receipt(store: Store) -> None:
    customer = registered(store)
    digest, rows = rows_of(store, 4)
    due_vnd = rows[0].due_vnd

    for chunk, transfer_vnd in ((0, 2 * due_vnd), (1, due_vnd)):
        half = rows[2 * chunk : 2 * chunk + 2]
        book(store, BookChunk(customer, digest, chunk, half, transfer_vnd=transfer_vnd))

    with store.reading() as connection:
        parts = awaited_parts(connection)
    assert {part.memo for part in parts} == {transfer_memo(file_transfer_id(customer, digest))}
    assert [part.open_vnd for part in parts] == [2 * due_vnd, due_vnd]
    assert balance(store, "drawer") == due_vnd
    assert sound(store)
