"""Which schema a store has, and bringing an older one up to today's.

Alembic costs half a second to import and is not touched while the schema is current.
"""

import time
from pathlib import Path

from sqlcipher3 import dbapi2

from app.settings import Home
from app.store.engine import connect, writing_engine
from app.store.faults import SchemaTooNew, StoreDamaged, translating

CURRENT = "0017"
KNOWN = tuple(f"{number:04d}" for number in range(1, 18))
MIGRATIONS = Path(__file__).parent / "migrations"


def found(home: Home, key: bytes) -> str:
    """The revision that the store stands at; "" for an empty file."""
    with translating():
        connection = connect(home.database, key)
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except dbapi2.OperationalError as error:
            if "no such table" not in str(error):
                raise
            return ""
        finally:
            connection.close()
    return "" if row is None else str(row[0])


def migrate(home: Home, key: bytes, target: str = CURRENT) -> Path | None:
    """Copy the file aside, then migrate it; returns the copy (None for a new store).

    Raises SchemaTooNew for a store that a later program has written: it is left untouched.
    """
    stands = found(home, key) if home.database.exists() else ""
    if stands and stands not in KNOWN:
        raise SchemaTooNew(found=stands, known=CURRENT)
    copy = _copy_aside(home, key, stands) if stands else None
    _run_alembic(home, key, target)
    with translating():
        connection = connect(home.database, key)
        try:
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            connection.close()
    if broken:
        raise StoreDamaged
    return copy


def _copy_aside(home: Home, key: bytes, stands: str) -> Path:
    home.backups.mkdir(mode=0o700, exist_ok=True)
    copy = home.backups / f"before-migration-from-{stands}-{time.time_ns() // 1_000_000}.db"
    with translating():
        connection = connect(home.database, key)
        try:
            connection.execute("VACUUM INTO ?", (str(copy),))
        finally:
            connection.close()
    return copy


def _run_alembic(home: Home, key: bytes, target: str) -> None:
    from alembic import command  # noqa: PLC0415 - costs half a second, see above
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    engine = writing_engine(home.database, key)
    try:
        with translating(), engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            connection.commit()
    finally:
        engine.dispose()
