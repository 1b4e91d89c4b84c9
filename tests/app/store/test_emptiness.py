"""A store in memory is empty each time, and like a real one."""

import sqlalchemy as sa

from app.store.emptiness import empty_store
from app.store.engine import memory_engine
from app.store.tables import metadata
from app.store.tables.search import distinct_name


def test_it_has_all_that_a_store_has() -> None:
    query = sa.text("SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
    engine = memory_engine()
    with engine.begin() as connection:
        metadata.create_all(connection)
        wanted = connection.execute(query).all()
    engine.dispose()

    with empty_store() as empty:
        assert empty.execute(query).all() == wanted


def test_what_one_wrote_the_next_does_not_find() -> None:
    count = sa.select(sa.func.count()).select_from(distinct_name)
    for _ in range(2):
        with empty_store() as empty:
            assert empty.scalar(count) == 0
            empty.execute(sa.insert(distinct_name).values(folded="an"))
