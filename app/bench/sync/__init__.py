"""``tem bench sync``: how fast headquarters is, each figure beside its goal."""

import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import msgspec

from app.bench.postgres import postgres
from app.bench.sync.admitting import admit
from app.bench.sync.crowd import Crowd, measure_crowd
from app.bench.sync.goals import Measured
from app.bench.sync.pulling import FAR, measure_pull, measure_snapshots
from app.bench.sync.pushing import measure_push, stream_of
from app.bench.sync.service import Service, serving
from app.bench.sync.terminal import Room, terminals
from app.messages import text
from app.settings import Home

KEPT, OVER = 0, 3
TOGETHER = 4
"""Terminals that push at the same time."""

STREAM = 10_000
"""Entries of one terminal after three days alone."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """What is asked for by options. A size of 0 leaves that part out."""

    entries: int
    customers: int
    terminals: int
    workers: int
    seconds: int


def run(database: str, sizes: Sizes, out: TextIO, *, as_json: bool) -> int:
    """Measure, print, and return 0 when every goal was met, else 3.

    ``database``: an empty one of PostgreSQL; "" for a server that is started for the bench.
    Raises NoPostgresql, ServiceNotBegun, PushRefused.
    """
    about = {
        "python": platform.python_version(),
        "cpus": os.cpu_count() or 1,
        "load": round(os.getloadavg()[0], 1),
        "workers": sizes.workers,
    }
    found: list[Measured] = []
    if not as_json:
        print(text("bench.sync.head", **about), file=out, flush=True)
    with (
        _server(database) as url,
        tempfile.TemporaryDirectory(prefix="tem-bench-") as folder,
        serving(Home(Path(folder)), url, sizes.workers) as service,
    ):
        for each in _measured(service, sizes):
            found.append(each)
            if not as_json:
                print(*each.lines(), sep="\n", file=out, flush=True)
    ok = all(each.ok for each in found)
    if as_json:
        shape = {**about, "rows": [each.shape() for each in found], "ok": ok}
        print(msgspec.json.encode(shape).decode(), file=out, flush=True)
    return KEPT if ok else OVER


def _measured(service: Service, sizes: Sizes) -> Iterator[Measured]:
    now_ms = service.headquarters.clock.now_ms()
    many = max(1, sizes.entries // STREAM)
    lone, far, *pushing = terminals(range(1, 3 + many), now_ms, Room(0, STREAM // 8))
    admit(service, [*pushing, lone])
    admit(service, [far], FAR)
    if sizes.entries:
        size = min(sizes.entries, STREAM)
        yield measure_push(service, [stream_of(lone, size)], 1)
        yield from measure_pull(service, lone)
        if sizes.entries > STREAM:
            streams = [stream_of(each, STREAM) for each in pushing]
            yield measure_push(service, streams, TOGETHER)
    if sizes.terminals:
        crowd = Crowd(sizes.terminals, sizes.seconds, sizes.entries or STREAM)
        after = Room(pushing[-1].room.before + STREAM // 8, crowd.customers)
        numbers = range(3 + many, 3 + many + sizes.terminals)
        yield from measure_crowd(service, terminals(numbers, now_ms, after), crowd)
    if sizes.customers:
        steps = [size for size in (100_000, sizes.customers) if size <= sizes.customers]
        yield from measure_snapshots(service, far, sorted(set(steps)))


@contextmanager
def _server(database: str) -> Iterator[str]:
    if database:
        yield database
        return
    with postgres(durable=True) as server:
        yield server.new_database()
