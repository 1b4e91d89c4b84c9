import sqlalchemy as sa

from app.store.engine import memory_engine
from app.store.replaying import replay, touched_here
from app.store.store import Store
from app.store.tables import metadata
from app.store.tables.customers import customer
from tests.app.store.bookkeeping import a_registration, record


def test_an_empty_store_becomes_what_the_journal_says(store: Store) -> None:
    record(store, a_registration())
    mine = sa.select(customer.c.number).where(touched_here())

    with store.reading() as live, memory_engine().begin() as empty:
        metadata.create_all(empty)
        assert list(replay(live, empty)) == []
        assert empty.scalars(mine).all() == live.scalars(mine).all() == [a_registration().number]
