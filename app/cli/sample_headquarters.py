"""Headquarters of ``tem demo``: the real one on its embedded database, with sample people in it."""

import os
import socket
import subprocess
import sys
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from app.bootstrap.opening import enrol
from app.cli.output import Output
from app.cli.sample_branch import (
    COUNTER,
    LEASED,
    OFFICE,
    communes_around,
    people_file,
)
from app.cli.sample_people import SampleBranch, sample_customers, sample_uid
from app.domain.reference.shipped import shipped_reference
from app.settings import Home
from app.store.customers import customer_by_uid
from app.store.engine import dbapi_of
from app.store.outbox import cursor, set_link
from app.store.snapshot import add_customers, add_rows
from app.store.store import Store
from sync.calling import call_for_provisioning
from sync.engine import Engine
from sync.headquarters.enrolling import issue_code
from sync.headquarters.feed import province_scope
from sync.headquarters.granting import put_first_size
from sync.headquarters.nearby import Nearby
from sync.headquarters.office import Headquarters, open_headquarters
from sync.headquarters.publishing import people_of, publish
from sync.headquarters.restoring import feed_epoch
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.telling import tell_of_customers
from sync.passed import Passed
from sync.trust import trust

PROVINCE = "01"
PORT = 8700
"""Where ``tem hq serve`` listens when nothing else was said."""

_ADDED_AT_ONCE = 20_000
_COMPARED_UP_TO = 20_000
"""More sample customers than that get no keys at headquarters, by which duplicates are found."""


def open_sample_headquarters(folder: Path) -> Headquarters:
    """With reference data, people and generous ranges of numbers published; made when missing."""
    headquarters = open_headquarters(folder)
    files = [(file.name, file.text.encode()) for file in shipped_reference()]
    with headquarters.database.writing() as connection:
        put_first_size(connection, LEASED)
        if not people_of(connection, OFFICE):
            files.append(people_file())
        publish(connection, files, headquarters.clock.now_ms())
    return headquarters


def enrol_sample_counter(headquarters: Headquarters, store: Store, trusted: Path) -> None:
    """By a one-time code, as every counter is."""
    with headquarters.database.writing() as connection:
        code = issue_code(connection, OFFICE, COUNTER, headquarters.clock.now_ms())
    answer = call_for_provisioning(Nearby(headquarters), code, store.secrets.signing_key, ())
    trust(trusted, "headquarters", answer.key)
    enrol(store, answer.file)
    with store.noting() as connection:
        set_link(connection, f"http://127.0.0.1:{PORT}")


def fill(headquarters: Headquarters, store: Store, wanted: int, output: Output) -> Passed:
    """Let headquarters know ``wanted`` sample customers, and the counter get them from it.

    A new counter gets them as a snapshot; one that has it already, by the feed.
    """
    with headquarters.database.writing() as connection:
        counting = feed_epoch(connection)
    with store.reading() as connection:
        new = cursor(connection, province_scope(PROVINCE), counting) == 0
    added = _add(headquarters, wanted, output, by_feed=not new)
    if new and added:
        hq = headquarters
        make_snapshot(hq.database, hq.keys, province_scope(PROVINCE), hq.clock.now_ms())
    return Engine(store, Nearby(headquarters)).sync_pass()


@contextmanager
def serving(place: Home, port: int | None = None) -> Iterator[str]:
    """The service of the sample headquarters in a process of its own; its URL. Ends with ours.

    It listens where its counter looks for it, elsewhere when somebody is there, or at ``port``.
    """
    port = port or _free_port()
    words = [sys.executable, "-m", "app", "--home", str(place.root), "hq", "serve"]
    service = subprocess.Popen(  # noqa: S603 - our own program
        [*words, "--port", str(port), "--until-told"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONSAFEPATH": ""},
        cwd=Path(__file__).parents[2],
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        service.communicate()  # the end of its input is its sign to go, within seconds


def _free_port() -> int:
    for wished in (PORT, 0):
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", wished))
            except OSError:
                continue
            return int(listener.getsockname()[1])
    raise OSError("no port of this computer is free")


def _add(headquarters: Headquarters, wanted: int, output: Output, *, by_feed: bool) -> int:
    now = datetime.now(UTC)
    present = _present(headquarters, wanted)
    branch = SampleBranch(
        office=OFFICE,
        communes=communes_around(OFFICE, now),
        lookup_key=headquarters.keys.lookup,
        last_year=now.year - 1,
    )
    rows = sample_customers(branch, present, wanted)
    done = present
    while batch := list(islice(rows, _ADDED_AT_ONCE)):
        with headquarters.database.writing() as connection:
            add = add_customers if wanted <= _COMPARED_UP_TO else add_rows
            add(dbapi_of(connection), batch)
            if by_feed:
                tell_of_customers(connection, [row.uid for row in batch])
        done += len(batch)
        output.progress("demo.customers", done=done, wanted=wanted)
    return done - present


def _present(headquarters: Headquarters, wanted: int) -> int:
    """How many of the first ``wanted`` are there: they come in order, so halving finds the last."""
    with headquarters.database.reading() as connection:

        def missing(k: int) -> int:
            return 0 if customer_by_uid(connection, sample_uid(k)) else 1

        return bisect_left(range(wanted), 1, key=missing)
