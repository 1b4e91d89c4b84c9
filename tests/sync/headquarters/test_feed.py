"""No reader's cursor ever passes over a row, however many write at once."""

from collections.abc import Callable
from itertools import count
from random import Random
from threading import Event, Thread

import pytest
import sqlalchemy as sa

from app.bench.postgres import Postgres
from sync.headquarters.answers import Refused
from sync.headquarters.database import Database, lock_feed, open_postgresql
from sync.headquarters.feed import read_page
from sync.headquarters.tables import feed
from sync.headquarters.telling import tell_of_customers
from sync.wire import FeedPage, FeedQuery
from tests.sync.country import Country

WRITERS, EACH = 8, 60
Take = Callable[[sa.Connection], int]


def naive(connection: sa.Connection) -> int:
    """What everybody writes first: the next number of a sequence."""
    return connection.scalar(sa.text("SELECT nextval('naive')")) or 0


def under_the_lock(connection: sa.Connection) -> int:
    lock_feed(connection)
    return (connection.scalar(sa.select(sa.func.max(feed.c.pos))) or 0) + 1


def rows_lost(database: Database, take: Take, *, position_first: bool) -> int:
    """Eight writers with work of unequal length; one reader follows its cursor meanwhile."""
    with database.writing() as connection:
        connection.execute(sa.text("CREATE SEQUENCE IF NOT EXISTS naive"))
    done = Event()
    threads = [Thread(target=_write, args=(database, take, position_first, n)) for n in range(8)]
    seen: set[int] = set()
    reader = Thread(target=_follow, args=(database, seen, done))
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    reader.join()
    return WRITERS * EACH - len(seen)


def _write(database: Database, take: Take, position_first: bool, writer: int) -> None:  # noqa: FBT001 - a thread's argument
    chance = Random(writer)
    for nth in range(EACH):
        with database.writing() as connection:
            pos = take(connection) if position_first else 0
            connection.execute(sa.select(sa.func.pg_sleep(chance.uniform(0, 0.02))))
            pos = pos or take(connection)
            connection.execute(
                sa.insert(feed).values(
                    pos=pos,
                    scope="P:01",
                    entity="customer",
                    uid=bytes([writer, nth]),
                    version=1,
                    body=b"",
                )
            )


def _follow(database: Database, seen: set[int], done: Event) -> None:
    after = 0
    for _ in count():
        last_round = done.is_set()
        with database.reading() as connection:
            rows = connection.scalars(sa.select(feed.c.pos).where(feed.c.pos > after))
            new = set(rows)
        seen |= new
        after = max(new, default=after)
        if last_round:
            return


@pytest.fixture
def database(postgres_server: Postgres) -> Database:
    return open_postgresql(postgres_server.new_database())


def test_the_naive_cursor_loses_rows(database: Database) -> None:
    assert rows_lost(database, naive, position_first=True) > 0
    database.close()


def test_positions_taken_last_under_the_lock_lose_none(database: Database) -> None:
    assert rows_lost(database, under_the_lock, position_first=False) == 0
    database.close()


def test_a_row_that_changes_moves_to_the_end(country: Country) -> None:
    counter = country.counter()
    for nth in (1, 2):
        counter.record(counter.registration(nth))
    counter.sync()
    with country.headquarters.database.writing() as connection:
        tell_of_customers(connection, [counter.registration(1).uid])

    page = _page(country, after=0)

    assert page.following == 3
    with country.headquarters.database.reading() as connection:
        order = list(connection.scalars(sa.select(feed.c.uid).order_by(feed.c.pos)))
    assert order == [counter.registration(2).uid, counter.registration(1).uid]


def test_pages_follow_one_another_until_there_is_no_more(country: Country) -> None:
    counter = country.counter()
    for nth in range(1, 6):
        counter.record(counter.registration(nth))
    counter.sync()

    first = _page(country, after=0, limit=3)
    second = _page(country, after=first.following, limit=3)

    assert (first.more, second.more) == (True, False)
    assert (first.following, second.following) == (3, 5)


def test_a_cursor_beyond_the_end_is_of_another_feed(country: Country) -> None:
    with pytest.raises(Refused):
        _page(country, after=1)


def _page(country: Country, *, after: int, limit: int = 100) -> FeedPage:
    query = FeedQuery(scope="P:01", feed_epoch="e", after=after, limit=limit)
    with country.headquarters.database.reading() as connection:
        return read_page(connection, query, "e")
