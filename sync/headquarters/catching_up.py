"""A headquarters from before some entity was told of: everything that it holds is told once."""

from collections.abc import Callable, Iterator, Mapping

import sqlalchemy as sa

from app.store import bundles_heard, cases_heard, conflicts_heard
from sync.headquarters.besides import beside_items, everyone_with_something_beside
from sync.headquarters.cases import case_items, every_case
from sync.headquarters.conflicts import conflict_items, everyone_contended
from sync.headquarters.customer_telling import merge_items
from sync.headquarters.database import Database
from sync.headquarters.feed import Item, publish
from sync.headquarters.remerging import refold_merges
from sync.headquarters.settings import get_setting, put_setting

_TOLD = "entities_told"


def tell_what_was_never_told(database: Database) -> None:
    """In one transaction with the note that it was done; a headquarters of today has nothing."""
    with database.reading() as connection:
        if _told(connection) == set(_EVERYTHING):
            return
    with database.writing() as connection:
        new = [name for name in _EVERYTHING if name not in _told(connection)]
        put_setting(connection, _TOLD, " ".join(_EVERYTHING))
        publish(connection, [item for name in new for item in _EVERYTHING[name](connection)])


def _told(connection: sa.Connection) -> set[str]:
    return set(get_setting(connection, _TOLD).split())


def _besides(connection: sa.Connection) -> Iterator[Item]:
    yield from beside_items(connection, everyone_with_something_beside(connection))


def _cases(connection: sa.Connection) -> Iterator[Item]:
    yield from case_items(connection, every_case(connection))


def _merges(connection: sa.Connection) -> Iterator[Item]:
    yield from merge_items(connection, refold_merges(connection))


def _conflicts(connection: sa.Connection) -> Iterator[Item]:
    yield from conflict_items(connection, everyone_contended(connection))


_EVERYTHING: Mapping[str, Callable[[sa.Connection], Iterator[Item]]] = {
    bundles_heard.ENTITY: _besides,
    cases_heard.ENTITY: _cases,
    "merge": _merges,
    conflicts_heard.ENTITY: _conflicts,
}
