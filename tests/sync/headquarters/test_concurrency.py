"""Many write at once while PostgreSQL's back ends are killed: nothing is lost or doubled."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest
import sqlalchemy as sa

from app.bench.postgres import Postgres
from app.bench.sync.admitting import admit
from app.bench.sync.greeting import greeted
from app.bench.sync.service import Service, serving
from app.bench.sync.terminal import PaperTerminal, Room, terminals
from app.journal.kinds.customers import Change, CustomerEdited
from app.settings import Home
from app.store.tables.customers import customer
from app.store.tables.shipments import posting
from sync.headquarters.database import open_postgresql
from sync.headquarters.tables import effect, entry, feed, quarantine, writer
from sync.talking import read_feed
from sync.transport import HttpTransport, Unreached
from sync.wire import Ack, unpack
from tests.e2e.waiting import until
from tests.sync.country import Country
from tests.sync.forgery import forged, pushed_by_hand

WRITERS, ENTRIES, AT_ONCE = 12, 180, 27
COUNT = sa.func.count()
END = "SELECT pg_terminate_backend(:pid)::int"


@pytest.fixture
def service(
    postgres_server: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Service]:
    """``tem hq serve --workers 2`` as people run it."""
    monkeypatch.setenv("TEM_KEYS_IN_FILE", "1")
    with serving(Home(tmp_path), postgres_server.new_database(), 2) as found:
        yield found


@contextmanager
def back_ends_die(service: Service) -> Iterator[list[int]]:
    """Again and again one that is at work is terminated; yields how many that were, in the end."""
    killed: list[int] = []
    done = Event()
    busy = (
        "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        " AND query_start > now() - interval '1 second' AND state <> 'idle'"
    )

    def kill() -> None:
        chance = Random(1)
        while not done.wait(0.2):
            with service.headquarters.database.writing() as connection:
                found = sorted(connection.scalars(sa.text(busy)))
                if found:
                    victim = {"pid": chance.choice(found)}
                    killed.extend(
                        connection.scalars(
                            sa.text("SELECT pg_terminate_backend(:pid)::int"), victim
                        )
                    )

    killer = Thread(target=kill)
    killer.start()
    try:
        yield killed
    finally:
        done.set()
        killer.join()


def push_until_taken(service: Service, terminal: PaperTerminal) -> None:
    """As the engine does: whatever is no acknowledgement is tried again."""
    transport = HttpTransport(service.url)
    entries = [*terminal.enrolled(), *terminal.work(ENTRIES)]
    for body in terminal.pushes(entries, AT_ONCE):
        tries: list[object] = []
        while len(tries) < 100 and tries[-1:] != [200]:
            try:
                reply = transport.send("/v1/push", body)
                tries.append(reply.status)
            except Unreached as unreached:
                tries.append(unreached.__cause__)
                Event().wait(0.1)
        assert tries[-1] == 200, tries
        assert unpack(reply.body, Ack).notices == []
    transport.close()


def follow(service: Service, reader: PaperTerminal, done: Event, seen: set[bytes]) -> None:
    """Reads the feed until all is written; each answer over a session that both workers know."""
    after = 0
    while True:
        last = done.is_set()
        with greeted(service, reader) as session:
            scope, counting = session.welcome.scopes[0], session.welcome.feed_epoch
            more = True
            while more:
                page, rows = read_feed(session.transport, session.token, scope, counting, after)
                seen.update(row.uid for row in rows)
                after, more = page.following, page.more
        if last:
            return


def test_nothing_is_lost_or_doubled_while_back_ends_are_killed(service: Service) -> None:
    working = terminals(range(1, 1 + WRITERS), 1_780_000_000_000, Room(0, 30))
    admit(service, working)

    with back_ends_die(service) as killed, ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(lambda each: push_until_taken(service, each), working))

    wanted = sum(each.head.seq for each in working)
    with service.headquarters.database.reading() as connection:
        heads = dict(connection.execute(sa.select(writer.c.terminal, writer.c.head_seq)).all())
        found = {
            table.name: connection.scalar(sa.select(COUNT).select_from(table))
            for table in (entry, effect, quarantine, customer)
        }
        fed = list(connection.scalars(sa.select(feed.c.uid)))
        balance = connection.scalar(sa.select(sa.func.sum(posting.c.amount_vnd)))
    assert killed
    assert heads == {each.id: each.head.seq for each in working}
    assert (found["entry"], found["effect"], found["quarantine"]) == (wanted, wanted, 0)
    assert found["customer"] == len(fed) == len(set(fed))
    assert balance == 0


def test_a_reader_of_two_workers_misses_nobody_while_all_write(service: Service) -> None:
    *working, reader = terminals(range(1, 2 + WRITERS), 1_780_000_000_000, Room(0, 30))
    admit(service, [*working, reader])
    done, seen = Event(), set[bytes]()
    following = Thread(target=follow, args=(service, reader, done, seen))
    following.start()

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(lambda each: push_until_taken(service, each), working))
    done.set()
    following.join()

    with service.headquarters.database.reading() as connection:
        assert seen == set(connection.scalars(sa.select(customer.c.uid)))
    assert len(seen) == WRITERS * ENTRIES // 9


def test_a_worker_that_dies_is_replaced_and_the_others_go_on(service: Service) -> None:
    working = terminals(range(1, 5), 1_780_000_000_000, Room(0, 30))
    admit(service, working)
    before = workers(service)

    os.kill(before[0], signal.SIGKILL)
    for each in working:
        push_until_taken(service, each)
    until(lambda: len(set(workers(service)) - {before[0]}) == 2, "another worker")

    heads = sa.select(COUNT).where(writer.c.head_seq > ENTRIES)
    with service.headquarters.database.reading() as connection:
        assert connection.scalar(heads) == len(working)


def workers(service: Service) -> list[int]:
    """Those processes of the service that are workers: the newest children."""
    children = Path(f"/proc/{service.pid}/task/{service.pid}/children").read_text().split()
    return sorted(int(pid) for pid in children)[-2:]


def test_a_push_that_waits_in_a_circle_is_put_off_and_taken_the_next_time(
    postgres_server: Postgres, tmp_path: Path
) -> None:
    country = Country(tmp_path, open_postgresql(postgres_server.new_database()))
    counter = country.counter()
    one, other = counter.registration(1), counter.registration(2)
    counter.record(one)
    counter.record(other)
    counter.sync()
    edits = [
        CustomerEdited(
            uid=each.uid,
            base_version=1,
            changes=[Change("street", each.street, "Phố Huế")],
            citizen=None,
        )
        for each in (one, other)
    ]
    circle = forged(counter, *edits)
    held = sa.update(customer).values(alert_note="x")
    waiting: list[int] = []

    with country.headquarters.database.writing() as connection:
        connection.execute(held.where(customer.c.uid == other.uid))
        pushing = Thread(target=lambda: waiting.append(pushed_by_hand(counter, circle)[0]))
        pushing.start()
        wait_until_somebody_waits(country)
        connection.execute(held.where(customer.c.uid == one.uid))
        pushing.join()

    assert waiting == [503]
    assert pushed_by_hand(counter, circle)[0] == 200
    streets = sa.select(COUNT).where(customer.c.street == "Phố Huế")
    assert country.hq(streets) == 2
    country.close()


def wait_until_somebody_waits(country: Country) -> None:
    waits = sa.text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    for _ in range(600):
        with country.headquarters.database.reading() as connection:
            if connection.scalar(waits):
                return
        Event().wait(0.01)
    raise AssertionError("nobody waits")
