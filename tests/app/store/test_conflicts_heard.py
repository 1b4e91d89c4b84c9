"""Conflicts stand here as headquarters tells of them."""

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from app.journal.kinds.customers import CustomerErased
from app.store.conflicts_heard import ConflictRow, forget_conflicts, key_of, take_conflicts
from app.store.heard import Heard
from app.store.store import Store
from app.store.tables.conflicts import conflict_heard
from tests.app.store.bookkeeping import a_registration, record, uid_of
from tests.app.store.hearing import EDIT, STAFF, a_conflict, hear


def stands(store: Store) -> list[tuple[str, int]]:
    with store.reading() as connection:
        rows = connection.execute(sa.select(conflict_heard).order_by(conflict_heard.c.field))
        return [(row.field, row.open) for row in rows]


def test_the_newest_word_of_a_conflict_stands(store: Store) -> None:
    record(store, a_registration(1))
    told = a_conflict(uid_of(1))

    hear(store, told, a_conflict(uid_of(1), "sex", "male", "female"))
    hear(store, replace(told, decided=STAFF))

    assert stands(store) == [("sex", 1), ("street", 0)]


def test_a_conflict_of_somebody_who_is_not_here_is_kept(store: Store) -> None:
    hear(store, a_conflict(uid_of(5)))

    assert stands(store) == [("street", 1)]


def test_an_erased_one_goes_and_one_of_an_erased_customer_does_not_come(store: Store) -> None:
    registration = a_registration(1)
    (entry,) = record(store, registration)
    hear(store, a_conflict(uid_of(1)))
    hear(store, ConflictRow(EDIT, "street", uid_of(1), erased=1))
    assert stands(store) == []

    erased = CustomerErased(uid=uid_of(1), number=registration.number, seqs=[entry.seq], reason="x")
    record(store, erased)
    hear(store, a_conflict(uid_of(1)))
    assert stands(store) == []


def test_what_was_heard_of_a_customer_can_be_forgotten(store: Store) -> None:
    hear(store, a_conflict(uid_of(1)), replace(a_conflict(uid_of(2)), edit=bytes(16)))

    with store.noting() as connection:
        forget_conflicts(connection, [uid_of(1)])

    assert len(stands(store)) == 1


def test_a_body_that_cannot_be_read_is_told(store: Store) -> None:
    with store.noting() as connection, pytest.raises(msgspec.DecodeError):
        take_conflicts(connection, [b"\xc1"], Heard(0, 0, 0))


def test_a_conflict_is_named_by_edit_and_field() -> None:
    assert key_of(EDIT, "street") == EDIT + b"street"
