"""Many terminals at once: mornings, ordinary hours, and the end of a day without a network."""

import asyncio
from collections.abc import Iterator, Sequence
from itertools import cycle
from time import perf_counter

from app.bench.measuring import Series
from app.bench.sync.goals import Goal, Measured
from app.bench.sync.greeting import packed_hello
from app.bench.sync.line import Call, Line
from app.bench.sync.service import Service
from app.bench.sync.terminal import PaperTerminal
from app.journal.entry import Entry

LINES = 32
"""Connections that are open at the same time; a balancer holds the others."""

STEADY_ENTRIES_S = 1_000
BACKLOG, BACKLOG_SHARE = 200, 10
"""Entries that a terminal brings after a day alone, and one of how many is alone."""

HELLOS = (Goal("hellos_s", 67, least=True),)
STEADY = (Goal("ack_p99_ms", 500), Goal("entries_s", 0.95 * STEADY_ENTRIES_S, least=True))
RETURN = (Goal("entries_s", 5_000, least=True), Goal("fresh_p99_ms", 2_000))


def measure_crowd(
    service: Service, terminals: Sequence[PaperTerminal], seconds: int
) -> Iterator[Measured]:
    """``terminals``, two or more, are admitted and have sent nothing yet.

    The ordinary hours last ``seconds``.
    """
    first = [_push(each, each.enrolled()) for each in terminals]
    asyncio.run(_all(service, first))  # their leases stand; what is measured are ordinary days
    yield _hellos(service, terminals)
    away = max(1, len(terminals) // BACKLOG_SHARE)
    yield _steady(service, terminals[away:], seconds)
    yield _return(service, terminals[:away], terminals[away:])


def _hellos(service: Service, terminals: Sequence[PaperTerminal]) -> Measured:
    calls = [Call(each.id, "/v1/hello", packed_hello(each)) for each in terminals]
    begun = perf_counter()
    times = Series.of(asyncio.run(_all(service, calls)))
    took_s = perf_counter() - begun
    figures = {
        "hellos_s": len(calls) / took_s,
        "answer_p50_ms": times.median,
        "answer_p99_ms": times.p99,
    }
    return Measured("hellos", len(calls), figures, HELLOS)


def _steady(service: Service, terminals: Sequence[PaperTerminal], seconds: int) -> Measured:
    calls = _small_pushes(terminals, seconds * STEADY_ENTRIES_S)
    entries = sum(call.entries for call in calls)
    begun = perf_counter()
    times = Series.of(asyncio.run(_at_rate(service, calls, STEADY_ENTRIES_S)))
    took_s = perf_counter() - begun
    figures = {
        "entries_s": entries / took_s,
        "pushes_s": len(calls) / took_s,
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
    fresh = _small_pushes(others, entries // 20)

    begun = perf_counter()
    done: list[float] = []

    async def timed() -> tuple[list[float], list[float]]:
        waited = asyncio.create_task(_at_rate(service, fresh, STEADY_ENTRIES_S // 10))
        acks = await _all(service, backlog)
        done.append(perf_counter() - begun)
        return acks, await waited

    acks, fresh_acks = asyncio.run(timed())
    figures = {
        "entries_s": entries / done[0],
        "ack_p50_ms": Series.of(acks).median,
        "ack_p99_ms": Series.of(acks).p99,
        "fresh_p99_ms": Series.of(fresh_acks).p99,
    }
    return Measured("return", entries, figures, RETURN)


def _small_pushes(terminals: Sequence[PaperTerminal], entries: int) -> list[Call]:
    """One customer's work after the other, each of the next terminal."""
    calls: list[Call] = []
    turns = cycle(terminals)
    while entries > 0:
        terminal = next(turns)
        calls.append(_push(terminal, terminal.work(1)))
        entries -= calls[-1].entries
    return calls


def _push(terminal: PaperTerminal, entries: Sequence[Entry]) -> Call:
    (body,) = terminal.pushes(entries)
    return Call(terminal.id, "/v1/push", body, len(entries))


async def _all(service: Service, calls: Sequence[Call]) -> list[float]:
    """Milliseconds of each call, over ``LINES`` connections, each taking the next that is due."""
    waiting = iter(calls)
    times: list[float] = []

    async def work() -> None:
        line = await Line.to(service.url)
        for call in waiting:
            begun = perf_counter()
            await line.send(call)
            times.append((perf_counter() - begun) * 1000)
        line.close()

    await asyncio.gather(*(work() for _ in range(min(LINES, len(calls)))))
    return times


async def _at_rate(service: Service, calls: Sequence[Call], entries_s: int) -> list[float]:
    """Each call has its moment, whether others are answered or not: waiting counts."""
    begun = perf_counter()
    sent = 0
    turns = {call.terminal: asyncio.Lock() for call in calls}
    due: asyncio.Queue[tuple[float, Call] | None] = asyncio.Queue()
    times: list[float] = []

    async def work() -> None:
        line = await Line.to(service.url)
        while (each := await due.get()) is not None:
            at, call = each
            async with turns[call.terminal]:  # a journal arrives in its order
                await line.send(call)
            times.append((perf_counter() - at) * 1000)
        line.close()

    workers = [asyncio.create_task(work()) for _ in range(LINES)]
    for call in calls:
        at = begun + sent / entries_s
        await asyncio.sleep(max(0.0, at - perf_counter()))
        due.put_nowait((at, call))
        sent += call.entries
    for _ in workers:
        due.put_nowait(None)
    await asyncio.gather(*workers)
    return times
