from sqlalchemy import Column, MetaData, Table
from sqlalchemy.dialects import registry
from sqlalchemy.schema import CreateTable

from app.store.engine import memory_engine
from app.store.tables import metadata
from app.store.tables.metadata import WHOLE


def test_whole_numbers_have_64_bits_on_every_database() -> None:
    table = CreateTable(Table("t", MetaData(), Column("amount", WHOLE)))
    dialects = {name: registry.load(name)() for name in ("postgresql", "sqlite")}

    assert "amount BIGINT" in str(table.compile(dialect=dialects["postgresql"]))
    assert "amount INTEGER" in str(table.compile(dialect=dialects["sqlite"]))


def test_every_constraint_has_a_name_that_a_migration_can_use() -> None:
    nameless = [
        f"{table.name}: {part!r}"
        for table in metadata.tables.values()
        for part in [*table.constraints, *table.indexes]
        if not getattr(part, "name", None)
    ]

    assert nameless == []


def test_triggers_and_word_search_stand_once_the_tables_do() -> None:
    engine = memory_engine()
    with engine.begin() as connection:
        metadata.create_all(connection)
        names = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    engine.dispose()

    assert {"journal_is_never_changed", "journal_is_never_deleted", "name_words"} <= names
