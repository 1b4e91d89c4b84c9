"""One number for all that a simulation left behind: journals, and headquarters' rows."""

from collections.abc import Callable
from hashlib import sha256

import msgspec
import sqlalchemy as sa

from app.store.tables.journal import journal
from sync.headquarters.tables import metadata
from sync.simulation.country import Country

UNREPEATED = frozenset({"enrolment_code", "snapshot", "snapshot_part"})
"""Tables of secrets, which are never drawn from a seed, and of what is compressed from others."""


def digest(country: Country) -> str:
    """The same for the same seed, in every process."""
    found = sha256()
    for counter in country.counters:
        with counter.store.reading() as here:
            _add(found.update, here, journal)
    with country.headquarters.database.reading() as hq:
        for table in sorted(metadata.tables.values(), key=lambda table: table.name):
            if table.name not in UNREPEATED:
                _add(found.update, hq, table)
    return found.hexdigest()


def _add(update: Callable[[bytes], None], connection: sa.Connection, table: sa.Table) -> None:
    update(table.name.encode())
    for row in connection.execute(sa.select(table).order_by(*table.primary_key.columns)):
        update(msgspec.msgpack.encode(tuple(row)))
