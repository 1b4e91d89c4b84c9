"""A headquarters from before some entity was told of: everything that it holds is told once."""

import sqlalchemy as sa

from app.store.bundles_heard import ENTITY
from sync.headquarters.besides import beside_items, everyone_with_something_beside
from sync.headquarters.database import Database
from sync.headquarters.feed import publish
from sync.headquarters.settings import get_setting, put_setting

_TOLD = "entities_told"


def tell_what_was_never_told(database: Database) -> None:
    """In one transaction with the note that it was done; a headquarters of today has nothing."""
    with database.reading() as connection:
        if ENTITY in _told(connection):
            return
    with database.writing() as connection:
        told = _told(connection)
        if ENTITY not in told:
            put_setting(connection, _TOLD, " ".join([*told, ENTITY]))
            uids = everyone_with_something_beside(connection)
            publish(connection, list(beside_items(connection, uids)))


def _told(connection: sa.Connection) -> list[str]:
    return (get_setting(connection, _TOLD) or "").split()
