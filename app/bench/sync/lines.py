"""Calls over a few connections: all at once, or each at its moment."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

from app.bench.sync.line import Call, Line

LINES = 32
"""Connections that are open at the same time; a balancer holds the others."""


@dataclass(frozen=True, slots=True)
class Flow:
    """How much becomes due each second: entries, or calls that have none; until ``over``."""

    each_s: float
    over: asyncio.Event | None = None


async def all_at_once(url: str, calls: Sequence[Call]) -> list[float]:
    """Milliseconds of each call, over ``LINES`` connections, each taking the next that is due."""
    waiting = iter(calls)
    times: list[float] = []

    async def work() -> None:
        line = await Line.to(url)
        for call in waiting:
            begun = perf_counter()
            await line.send(call)
            times.append((perf_counter() - begun) * 1000)
        line.close()

    await asyncio.gather(*(work() for _ in range(min(LINES, len(calls)))))
    return times


async def at_rate(url: str, calls: Sequence[Call], flow: Flow) -> list[float]:
    """Each call has its moment, whether others are answered or not: waiting counts."""
    turns = {call.terminal: asyncio.Lock() for call in calls}
    due: asyncio.Queue[tuple[float, Call] | None] = asyncio.Queue()
    times: list[float] = []

    async def work() -> None:
        line = await Line.to(url)
        while (each := await due.get()) is not None:
            at, call = each
            async with turns[call.terminal]:  # a journal arrives in its order
                await line.send(call)
            times.append((perf_counter() - at) * 1000)
        line.close()

    workers = [asyncio.create_task(work()) for _ in range(LINES)]
    await _become_due(due, calls, flow)
    for _ in workers:
        due.put_nowait(None)
    await asyncio.gather(*workers)
    return times


async def _become_due(
    due: asyncio.Queue[tuple[float, Call] | None], calls: Sequence[Call], flow: Flow
) -> None:
    begun = perf_counter()
    sent = 0
    for call in calls:
        at = begun + sent / flow.each_s
        await asyncio.sleep(max(0.0, at - perf_counter()))
        if flow.over is not None and flow.over.is_set():
            return
        due.put_nowait((at, call))
        sent += call.entries or 1
