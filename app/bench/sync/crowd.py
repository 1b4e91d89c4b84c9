"""Many terminals at once: mornings, ordinary hours, and the end of a day without a network.

The country has 40,000. What they do is scaled down in time and in number of entries, never in how
much comes each second; every figure says by how much.
"""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from math import ceil
from time import perf_counter

from app.bench.measuring import Series
from app.bench.sync.admitting import admit_begun
from app.bench.sync.goals import Goal, Measured
from app.bench.sync.greeting import packed_hello
from app.bench.sync.line import Call
from app.bench.sync.lines import Flow, all_at_once, at_rate
from app.bench.sync.service import Service
from app.bench.sync.terminal import SALES_EACH, PaperTerminal
from app.journal.entry import Entry

COUNTRY, MORNING_S = 40_000, 600
HELLOS_S = COUNTRY / MORNING_S
STEADY_ENTRIES_S = 1_000
DAY_ENTRIES = 8_000_000
"""What the country records in a day."""

BACKLOG = 200
"""Entries that a terminal brings after a day alone."""

FLOOD = 2_000
"""Hellos with which it is found how many a second could be answered."""

_VISIT = 1 + 2 * SALES_EACH
_FRESH_S = STEADY_ENTRIES_S // 10

HELLOS = (
    Goal("hellos_s", 0.95 * HELLOS_S, least=True),
    Goal("most_hellos_s", HELLOS_S, least=True),
)
STEADY = (Goal("ack_p99_ms", 500), Goal("entries_s", 0.95 * STEADY_ENTRIES_S, least=True))
RETURN = (Goal("entries_s", 5_000, least=True), Goal("fresh_p99_ms", 2_000))


@dataclass(frozen=True, slots=True)
class Crowd:
    """Hellos and ordinary hours last ``seconds``; ``backlog`` entries wait after the day alone."""

    terminals: int
    seconds: int
    backlog: int

    @property
    def away(self) -> int:
        """How many were without a network; never all of them."""
        return max(1, min(self.terminals // 2, self.backlog // BACKLOG))

    @property
    def customers(self) -> int:
        """For how many each must have numbers."""
        others = max(1, self.terminals - self.away)
        fresh_s = self.backlog / RETURN[0].limit * 4  # four times as long as it should take
        visits = (self.seconds * STEADY_ENTRIES_S + fresh_s * _FRESH_S) / _VISIT
        return ceil(visits / others) + ceil(BACKLOG / _VISIT) + 1


def measure_crowd(
    service: Service, terminals: Sequence[PaperTerminal], crowd: Crowd
) -> Iterator[Measured]:
    """``terminals``, two or more, are of nobody yet."""
    begun = perf_counter()
    admit_begun(service, terminals)
    yield Measured("admitted", len(terminals), {"made_s": perf_counter() - begun})
    yield _hellos(service, terminals, crowd.seconds)
    yield _steady(service, terminals[crowd.away :], crowd.seconds)
    yield _return(service, terminals[: crowd.away], terminals[crowd.away :])


def _hellos(service: Service, terminals: Sequence[PaperTerminal], seconds: int) -> Measured:
    """As many a second as in the country's morning, then as many as can be."""
    wanted = min(len(terminals), ceil(seconds * HELLOS_S))
    calls = [_hello(each) for each in terminals[:wanted]]
    flood = [_hello(each) for each in terminals[-FLOOD:]]
    begun = perf_counter()
    times = Series.of(asyncio.run(at_rate(service.url, calls, Flow(HELLOS_S))))
    paced_s = perf_counter() - begun
    begun = perf_counter()
    asyncio.run(all_at_once(service.url, flood))
    figures = {
        "hellos_s": len(calls) / paced_s,
        "scaled": COUNTRY / len(calls),
        "answer_p50_ms": times.median,
        "answer_p99_ms": times.p99,
        "most_hellos_s": len(flood) / (perf_counter() - begun),
    }
    return Measured("hellos", len(calls), figures, HELLOS)


def _steady(service: Service, terminals: Sequence[PaperTerminal], seconds: int) -> Measured:
    calls = list(_visits(terminals, seconds * STEADY_ENTRIES_S))
    entries = sum(call.entries for call in calls)
    begun = perf_counter()
    flow = Flow(STEADY_ENTRIES_S)
    times = Series.of(asyncio.run(at_rate(service.url, calls, flow)))
    took_s = perf_counter() - begun
    figures = {
        "entries_s": entries / took_s,
        "pushes_s": len(calls) / took_s,
        "terminals": min(len(calls), len(terminals)),
        "ack_p50_ms": times.median,
        "ack_p99_ms": times.p99,
    }
    return Measured("steady", entries, figures, STEADY)


def _return(
    service: Service, away: Sequence[PaperTerminal], others: Sequence[PaperTerminal]
) -> Measured:
    """Everybody who was away sends at once, while the others go on with a tenth of their work."""
    backlog = [_push(each, each.work(BACKLOG)) for each in away]
    entries = sum(call.entries for call in backlog)
    patience_s = entries / RETURN[0].limit * 4
    fresh = list(_visits(others, ceil(patience_s * _FRESH_S)))

    async def timed() -> tuple[list[float], float, list[float]]:
        over = asyncio.Event()
        begun = perf_counter()
        waited = asyncio.create_task(at_rate(service.url, fresh, Flow(_FRESH_S, over)))
        acks = await all_at_once(service.url, backlog)
        took_s = perf_counter() - begun
        over.set()
        return acks, took_s, await waited

    acks, took_s, fresh_acks = asyncio.run(timed())
    figures = {
        "entries_s": entries / took_s,
        "scaled": DAY_ENTRIES / entries,
        "terminals": len(away),
        "ack_p50_ms": Series.of(acks).median,
        "ack_p99_ms": Series.of(acks).p99,
        "fresh_p99_ms": Series.of(fresh_acks).p99,
    }
    return Measured("return", entries, figures, RETURN)


def _visits(terminals: Sequence[PaperTerminal], entries: int) -> Iterator[Call]:
    """One customer's work after the other, each at the next terminal."""
    for each in islice(cycle(terminals), ceil(entries / _VISIT)):
        yield _push(each, each.work(1))


def _hello(each: PaperTerminal) -> Call:
    return Call(each.id, "/v1/hello", packed_hello(each))


def _push(terminal: PaperTerminal, entries: Sequence[Entry]) -> Call:
    (body,) = terminal.pushes(entries)
    return Call(terminal.id, "/v1/push", body, len(entries))
