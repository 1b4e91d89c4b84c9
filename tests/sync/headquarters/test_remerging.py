import sqlalchemy as sa

from app.store.merges import root_of
from app.store.tables.merges import customer_merge, merge_fact, merge_undone
from sync.headquarters.catching_up import tell_what_was_never_told
from sync.headquarters.tables import feed
from tests.sync.country import Country
from tests.sync.test_subjects import merged, two_customers


def test_merges_that_an_older_program_folded_become_facts_and_are_told(country: Country) -> None:
    counter = country.counter()
    one, two = two_customers(counter)
    counter.record(merged(one, two))
    counter.sync()
    database = country.headquarters.database
    with database.writing() as connection:
        for table in (merge_fact, merge_undone, customer_merge):
            connection.execute(sa.delete(table))
        connection.execute(sa.delete(feed).where(feed.c.entity == "merge"))

    tell_what_was_never_told(database)

    with database.reading() as connection:
        assert root_of(connection, two.uid) == one.uid
    assert country.hq(sa.select(sa.func.count()).where(feed.c.entity == "merge")) == 1
