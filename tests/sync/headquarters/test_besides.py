import msgspec
import sqlalchemy as sa

from app.store.bundles import Bundle
from app.store.bundles_heard import ENTITY
from sync.headquarters.besides import everyone_with_something_beside, linked_to
from sync.headquarters.tables import feed
from tests.app.store.bookkeeping import uid_of
from tests.app.store.fold.test_relations import a_consent, a_description, a_link
from tests.sync.country import Country


def told(country: Country) -> list[Bundle]:
    query = sa.select(feed.c.body).where(feed.c.entity == ENTITY).order_by(feed.c.pos)
    with country.headquarters.database.reading() as connection:
        rows = connection.scalars(query).all()
    return [msgspec.msgpack.decode(row, type=Bundle) for row in rows]


def test_only_those_with_something_beside_them_cost_a_row(country: Country) -> None:
    counter = country.counter()
    counter.record(counter.registration(1), counter.registration(2), counter.registration(3))
    counter.record(a_description(1), a_consent(), a_link())
    counter.sync()

    found = told(country)

    assert [each.uid for each in found] == [uid_of(1), uid_of(2)]
    (origin,) = found[0].origins
    assert (origin.terminal, origin.epoch) == (7001, 1)
    with country.headquarters.database.reading() as connection:
        assert everyone_with_something_beside(connection) == {uid_of(1), uid_of(2)}
        assert linked_to(connection, [uid_of(1)]) == {uid_of(2)}
        assert linked_to(connection, []) == set()
