"""What headquarters has set for itself: one value by name."""

import sqlalchemy as sa

from app.store.prepared import Prepared
from sync.headquarters.database import upsert
from sync.headquarters.tables import setting

_VALUE = Prepared(sa.select(setting.c.value).where(setting.c.name == sa.bindparam("of_name")))


def get_setting(connection: sa.Connection, name: str) -> str:
    """ "" for one that was never set."""
    row = _VALUE.first(connection, {"of_name": name})
    return "" if row is None else str(row.value or "")


def put_setting(connection: sa.Connection, name: str, value: str) -> None:
    upsert(connection, setting, [{"name": name, "value": value}])
