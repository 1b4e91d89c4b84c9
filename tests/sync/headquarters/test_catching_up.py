import sqlalchemy as sa

from app.store.bundles_heard import ENTITY
from sync.headquarters.catching_up import tell_what_was_never_told
from sync.headquarters.tables import feed
from tests.app.store.fold.test_relations import a_consent
from tests.sync.country import Country


def test_what_an_older_program_folded_is_told_once(country: Country) -> None:
    counter = country.counter()
    counter.record(counter.registration(1), a_consent())
    counter.sync()
    database = country.headquarters.database
    with database.writing() as connection:
        connection.execute(sa.delete(feed).where(feed.c.entity == ENTITY))

    tell_what_was_never_told(database)
    told = sa.select(feed.c.pos).where(feed.c.entity == ENTITY)
    first = country.hq(told)
    tell_what_was_never_told(database)

    assert first > 0
    assert country.hq(told) == first
