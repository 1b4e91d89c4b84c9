"""Migrations, by the rules of DESIGN §4: head equals models, up and down, with data."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.settings import Home
from app.store import schema
from app.store.engine import connect, memory_engine, writing_engine
from app.store.faults import SchemaTooNew
from app.store.store import Store, open_store
from app.store.tables import metadata

KEY = bytes(range(32))


def ddl_of(rows: list[tuple[str, str]]) -> dict[str, str]:
    """Object name to its statement, blanks made equal."""
    return {
        name: re.sub(r"\s*([(),])\s*", r"\1", re.sub(r"\s+", " ", sql)).strip()
        for name, sql in rows
        if sql and name != "alembic_version"
    }


LIST = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"


@pytest.fixture
def migrated(tmp_path: Path) -> Home:
    home = Home(tmp_path)
    schema.migrate(home, KEY)
    return home


def test_the_last_migration_arrives_at_the_tables_of_the_program(migrated: Home) -> None:
    connection = connect(migrated.database, KEY)
    stored = ddl_of(connection.execute(LIST).fetchall())
    connection.close()
    engine = memory_engine()
    with engine.begin() as empty:
        metadata.create_all(empty)
        wanted = ddl_of([(row[0], row[1]) for row in empty.exec_driver_sql(LIST)])
    engine.dispose()

    assert stored == wanted


def test_alembic_finds_nothing_left_to_do(migrated: Home) -> None:
    engine = writing_engine(migrated.database, KEY)
    with engine.connect() as connection:
        options = {"include_object": lambda _o, name, *_: not str(name).startswith("name_words")}
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


def test_the_known_revisions_are_those_in_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)

    assert scripts.get_heads() == [schema.CURRENT]
    assert tuple(s.revision for s in reversed(list(scripts.walk_revisions()))) == schema.KNOWN


@pytest.mark.parametrize("revision", schema.KNOWN)
def test_every_step_goes_up_and_down_and_up_again(migrated: Home, revision: str) -> None:
    engine = writing_engine(migrated.database, KEY)
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        before = ddl_of([(r[0], r[1]) for r in connection.exec_driver_sql(LIST)])
        command.downgrade(config, "base")
        assert ddl_of([(r[0], r[1]) for r in connection.exec_driver_sql(LIST)]) == {}
        command.upgrade(config, revision)
        half_way = ddl_of([(r[0], r[1]) for r in connection.exec_driver_sql(LIST)])
        command.upgrade(config, "head")
        assert ddl_of([(r[0], r[1]) for r in connection.exec_driver_sql(LIST)]) == before
        command.downgrade(config, revision)
        assert ddl_of([(r[0], r[1]) for r in connection.exec_driver_sql(LIST)]) == half_way
    engine.dispose()


def test_a_store_with_data_is_copied_aside_before_it_is_migrated(store: Store) -> None:
    store.close()
    copy = schema.migrate(store.home, store.secrets.database)

    assert copy is not None
    kept = connect(copy, store.secrets.database, query_only=True)
    assert kept.execute("SELECT count(*) FROM journal").fetchone()[0] == 4
    kept.close()


def test_a_newer_store_is_refused_and_left_untouched(store: Store) -> None:
    store.close()
    connection = connect(store.home.database, store.secrets.database)
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = store.home.database.read_bytes()

    with pytest.raises(SchemaTooNew) as caught:
        open_store(store.home)

    assert (caught.value.found, caught.value.known) == ("0999", schema.CURRENT)
    assert store.home.database.read_bytes() == before


def test_a_current_store_opens_without_importing_alembic(store: Store) -> None:
    store.close()
    code = (
        "import sys; from pathlib import Path; from app.settings import Home; "
        "from app.store.store import open_store; "
        f"open_store(Home(Path({str(store.home.root)!r}))).close(); "
        "sys.exit('alembic' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
