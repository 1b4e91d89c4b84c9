"""What stands beside customers' records, told to the counters of their province.

Whoever has nothing there costs no row; whose last row went away is told once more.
"""

from collections.abc import Collection, Iterator

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.bundles import PARTS, Bundle, bundles_of, places_in
from app.store.bundles_heard import ENTITY
from app.store.origins import Origin, writer_number_of
from app.store.tables.relations import customer_link
from sync.headquarters.customer_scopes import everywhere_known
from sync.headquarters.feed import Item, batched
from sync.headquarters.tables import feed, writer


def beside_items(connection: sa.Connection, uids: Collection[bytes]) -> Iterator[Item]:
    """The bundles of those who have one, or have had one told."""
    for group in batched(uids):
        scopes = {uid: known for uid, known in everywhere_known(connection, group).items() if known}
        told = set(
            connection.scalars(
                sa.select(feed.c.uid).where(
                    feed.c.scope.in_(set().union(*scopes.values())),
                    feed.c.entity == ENTITY,
                    feed.c.uid.in_(group),
                )
            )
        )
        for bundle in _with_origins(connection, bundles_of(connection, sorted(scopes))):
            if bundle.uid in told or not bundle.empty:
                body = msgspec.msgpack.encode(bundle)
                for scope in sorted(scopes[bundle.uid]):
                    yield Item(scope, ENTITY, bundle.uid, body)


def everyone_with_something_beside(connection: sa.Connection) -> set[bytes]:
    """For a headquarters that held it before it told of it."""
    found = sa.union(*(sa.select(part.owner) for part in PARTS))
    return set(connection.scalars(found))


def linked_to(connection: sa.Connection, uids: Collection[bytes]) -> set[bytes]:
    """Persons whose bundle names one of these organisations."""
    if not uids:
        return set()
    query = sa.select(customer_link.c.person).where(customer_link.c.organisation.in_(uids))
    return set(connection.scalars(query))


def _with_origins(connection: sa.Connection, bundles: list[Bundle]) -> Iterator[Bundle]:
    numbers = {each.uid: {writer_number_of(place) for place in places_in(each)} for each in bundles}
    known = origins_of(connection, set().union(*numbers.values()))
    for each in bundles:
        mine = [known[number] for number in sorted(numbers[each.uid]) if number in known]
        yield replace(each, origins=mine)


def origins_of(connection: sa.Connection, numbers: Collection[int]) -> dict[int, Origin]:
    """Which terminal and epoch each of these writers is."""
    query = sa.select(writer.c.number, writer.c.terminal, writer.c.epoch)
    rows = connection.execute(query.where(writer.c.number.in_(numbers)))
    return {row.number: Origin(row.number, row.terminal, row.epoch) for row in rows}
