# ruff: noqa: ANN401 - what may be given, and as what, is said by NoteAddress

from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from app.domain.reference.book import UnknownPlace
from app.queries.receipts import label_content
from app.services.addresses import (
    AddressEmpty,
    AddressUnknown,
    DropAddress,
    NoteAddress,
    NotedAddress,
    WrittenUnusable,
    WrongUse,
    drop_address,
    note_address,
)
from app.store.store import Store
from app.store.tables.relations import customer_address
from tests.app.services.bookkeeping import sound
from tests.builders import CHAU, HOAN_KIEM, a_command_id, accepted, registered

WRITTEN = "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội"


def note(store: Store, number: str, **given: Any) -> NotedAddress:
    command = NoteAddress(a_command_id(), number, use="old", as_written=WRITTEN)
    return note_address(replace(command, **given), store.unit_of_work(), CHAU)


def test_an_old_address_is_kept_in_its_very_words_and_converted_later(store: Store) -> None:
    number = registered(store)
    noted = note(store, number)
    assert noted.line == ""

    converted = note(
        store, number, address=noted.address, street="12 Hàng Bài", commune=HOAN_KIEM, printed=True
    )

    assert converted.address == noted.address
    assert converted.line.startswith("12 Hàng Bài, Phường Hoàn Kiếm")
    with store.reading() as connection:
        row = connection.execute(sa.select(customer_address)).one()
    assert (row.as_written, row.commune, row.printed) == (WRITTEN, HOAN_KIEM, 1)
    assert sound(store)


def test_a_dropped_address_stays_on_record(store: Store) -> None:
    number = registered(store)
    noted = note(store, number)
    command = DropAddress(a_command_id(), number, noted.address)
    drop_address(command, store.unit_of_work(), CHAU)

    assert drop_address(command, store.unit_of_work(), CHAU).address == noted.address
    with pytest.raises(AddressUnknown):
        drop_address(DropAddress(a_command_id(), number, noted.address), store.unit_of_work(), CHAU)
    with store.reading() as connection:
        assert connection.scalar(sa.select(customer_address.c.dropped_ms)) is not None


def test_what_is_no_address_is_refused(store: Store) -> None:
    number = registered(store)

    with pytest.raises(AddressEmpty):
        note(store, number, as_written="")
    with pytest.raises(WrongUse):
        note(store, number, use="summer")
    with pytest.raises(UnknownPlace):
        note(store, number, commune="99999")
    with pytest.raises(WrittenUnusable):
        note(store, number, as_written="Hà Nội 🏠")
    with pytest.raises(AddressUnknown):
        note(store, number, address="00")


def test_an_old_address_stands_on_papers_only_when_it_was_asked_for(store: Store) -> None:
    number = registered(store)
    noted = note(store, number)
    assert sender_of(store, number) == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"

    note(store, number, address=noted.address, printed=True)

    assert sender_of(store, number) == (
        f"12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội (địa chỉ cũ: {WRITTEN})"
    )


def sender_of(store: Store, number: str) -> str:
    """The sender's address on the label of an item accepted now."""
    code = accepted(store, customer=number).done.items[0].code
    with store.reading() as connection:
        return label_content(connection, code).sender_address
