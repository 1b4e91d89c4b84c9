"""A whole reading tells who is no longer there; a part of one tells nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.pinned import pin
from app.store.received import stand_in
from app.store.store import Store
from app.store.sweeping import begin_sweep, end_sweep, give_up_sweep, note_seen
from app.store.tables.customers import customer
from app.store.tables.heard import feed_seen
from tests.builders import a_store

SCOPE = "P:01"
CAME, WENT, GUEST = (bytes([nth]) * 16 for nth in (1, 2, 3))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    with opened.noting() as connection:
        connection.execute(sa.update(customer).values(source="here"))
        for nth, uid in enumerate((CAME, WENT, GUEST)):
            stand_in(connection, uid, number=f"792600000013{nth}", full_name="Lê Thị Hoa")
        pin(connection, GUEST, 1)
    yield opened
    opened.close()


def heard(store: Store) -> set[bytes]:
    query = sa.select(customer.c.uid).where(customer.c.source == "headquarters")
    with store.reading() as connection:
        assert connection.scalars(sa.select(feed_seen.c.uid)).all() == []
        return set(connection.scalars(query))


def test_who_did_not_come_is_parted_with_and_guests_stay(store: Store) -> None:
    with store.noting() as connection:
        begin_sweep(connection, SCOPE)
    with store.noting() as connection:
        note_seen(connection, SCOPE, [CAME])
        note_seen(connection, SCOPE, [CAME])
    with store.noting() as connection:
        assert end_sweep(connection, SCOPE) == 1

    assert heard(store) == {CAME, GUEST}


def test_nobody_is_missed_by_an_ordinary_reading(store: Store) -> None:
    with store.noting() as connection:
        note_seen(connection, SCOPE, [CAME])
        assert end_sweep(connection, SCOPE) == 0

    assert heard(store) == {CAME, WENT, GUEST}


def test_given_up_it_takes_nobody_away(store: Store) -> None:
    with store.noting() as connection:
        begin_sweep(connection, SCOPE)
        note_seen(connection, SCOPE, [CAME])
        give_up_sweep(connection, SCOPE)
        assert end_sweep(connection, SCOPE) == 0

    assert heard(store) == {CAME, WENT, GUEST}
