"""Entries that gave a value are found by their places, conflicts by their customers."""

import sqlalchemy as sa

from app.journal.kinds.customers import CustomerEdited
from app.store.tables.conflicts import conflict_heard
from app.store.tables.customers import customer
from sync.headquarters.edits import edits_at, keys_of
from sync.headquarters.tables import conflict
from tests.sync.contending import two_streets
from tests.sync.country import Country


def test_an_entry_is_found_with_whose_hand_it_was(small_country: Country) -> None:
    two_streets(small_country)

    with small_country.headquarters.database.reading() as connection:
        place = connection.scalars(sa.select(conflict.c.place)).one()
        found = edits_at(connection, {place, place + 1_000})

    assert set(found) == {place}
    assert isinstance(found[place].body, CustomerEdited)
    assert (found[place].by.name, found[place].by.counter) == ("Trần Minh Châu", "2")


def test_conflicts_go_by_the_name_that_counters_know_them_by(small_country: Country) -> None:
    here, _, _ = two_streets(small_country)
    with here.store.reading() as connection:
        heard = connection.execute(sa.select(conflict_heard)).one()
        uid = connection.scalars(sa.select(customer.c.uid)).one()

    with small_country.headquarters.database.reading() as connection:
        assert keys_of(connection, [uid, bytes(16)]) == {uid: {heard.edit + b"street"}}
        assert keys_of(connection, []) == {}
