"""Entries pushed over HTTP until each is acknowledged, and the same bytes by COPY as the floor."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import perf_counter
from typing import Any, ClassVar

from app.bench.measuring import Series
from app.bench.sync.goals import Goal, Measured
from app.bench.sync.service import Service
from app.bench.sync.terminal import PaperTerminal
from app.errors import EnvironmentFault
from app.journal.entry import Entry
from sync.headquarters.tables import entry
from sync.transport import HttpTransport
from sync.wire import MAX_BATCH, Ack, unpack

PUSH = (Goal("ratio", 4),)
_COLUMNS = [str(column.name) for column in entry.columns]


@dataclass(eq=False)
class PushRefused(EnvironmentFault):
    """Headquarters answered something else than an acknowledgement of all entries."""

    code: ClassVar[str] = "bench.push_refused"
    status: int


@dataclass(frozen=True, slots=True)
class Stream:
    """What one terminal has to send: its entries, and the same packed for the wire."""

    entries: Sequence[Entry]
    bodies: Sequence[bytes]


def stream_of(terminal: PaperTerminal, entries: int) -> Stream:
    """Made before anything is measured."""
    first = terminal.enrolled()
    made = [*first, *terminal.work(entries - len(first))]
    return Stream(made, list(terminal.pushes(made)))


def measure_push(service: Service, streams: Sequence[Stream], at_once: int) -> Measured:
    """``at_once`` terminals push at the same time, each its own stream in order.

    The floor is measured before and after, so that a busy machine slows both alike.
    """
    count = sum(len(stream.entries) for stream in streams)
    packed = sum(len(body) for stream in streams for body in stream.bodies)
    before_s = _copied_s(service, streams)
    begun = perf_counter()
    with ThreadPoolExecutor(at_once) as threads:
        times = [t for found in threads.map(lambda s: _push(service, s), streams) for t in found]
    took_s = perf_counter() - begun
    copied_s = (before_s + _copied_s(service, streams)) / 2
    acks = Series.of(times)
    figures = {
        "entries_s": count / took_s,
        "copy_entries_s": count / copied_s,
        "ratio": took_s / copied_s,
        "bytes_entry": packed / count,
        "ack_p50_ms": acks.median,
        "ack_p99_ms": acks.p99,
    }
    return Measured("push" if at_once == 1 else "push_together", count, figures, PUSH)


def _push(service: Service, stream: Stream) -> list[float]:
    """Milliseconds to the acknowledgement of each batch. Raises PushRefused."""
    transport = HttpTransport(service.url)
    times = []
    ack = None
    try:
        for body in stream.bodies:
            begun = perf_counter()
            reply = transport.send("/v1/push", body)
            times.append((perf_counter() - begun) * 1000)
            if reply.status != 200:
                raise PushRefused(reply.status)
            ack = unpack(reply.body, Ack)
    finally:
        transport.close()
    if ack is None or ack.hash != stream.entries[-1].hash or ack.notices:
        raise PushRefused(200)
    return times


def _copied_s(service: Service, streams: Sequence[Stream]) -> float:
    """COPY + ON CONFLICT of the same entries into a table like ``entry``, a commit each batch."""
    rows = [list(_rows(batch)) for stream in streams for batch in _batches(stream.entries)]
    with service.headquarters.database.writing() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("CREATE TABLE floor (LIKE entry INCLUDING ALL)")
        raw.execute("CREATE TEMP TABLE staged (LIKE entry)")
        raw.commit()
        begun = perf_counter()
        for batch in rows:
            with raw.cursor() as cursor:
                with cursor.copy("COPY staged FROM STDIN") as copy:
                    for row in batch:
                        copy.write_row(row)
                cursor.execute("INSERT INTO floor SELECT * FROM staged ON CONFLICT DO NOTHING")
                cursor.execute("TRUNCATE staged")
            raw.commit()
        took_s = perf_counter() - begun
        raw.execute("DROP TABLE floor, staged")
        raw.commit()
    return took_s


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for first in range(0, len(entries), MAX_BATCH):
        yield entries[first : first + MAX_BATCH]


def _rows(entries: Sequence[Entry]) -> Iterator[list[object]]:
    """In the order of the table's columns; when they arrived is as good as when they were made."""
    for each in entries:
        yield [getattr(each, name, each.wall_ms) for name in _COLUMNS]
