"""What headquarters has set for itself: one value by name."""

import sqlalchemy as sa

from sync.headquarters.database import upsert
from sync.headquarters.tables import setting


def get_setting(connection: sa.Connection, name: str) -> str:
    """ "" for one that was never set."""
    return connection.scalar(sa.select(setting.c.value).where(setting.c.name == name)) or ""


def put_setting(connection: sa.Connection, name: str, value: str) -> None:
    upsert(connection, setting, [{"name": name, "value": value}])
