"""Times of work and of its floor."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter_ns
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Series:
    """Times in milliseconds, shortest first; never empty."""

    times_ms: tuple[float, ...]

    @classmethod
    def of(cls, times_ms: Iterable[float]) -> "Series":
        return cls(tuple(sorted(times_ms)))

    def at(self, share: float) -> float:
        """The time that ``share`` of all stay at or below: ``at(0.95)`` is p95."""
        place = -int(-share * len(self.times_ms) // 1) - 1
        return self.times_ms[max(0, place)]

    @property
    def median(self) -> float:
        return self.at(0.5)

    @property
    def p95(self) -> float:
        return self.at(0.95)

    @property
    def p99(self) -> float:
        return self.at(0.99)

    @property
    def worst(self) -> float:
        return self.times_ms[-1]


def took_ms(work: Callable[[T], object], given: T) -> float:
    """How long ``work(given)`` takes."""
    begun = perf_counter_ns()
    work(given)
    return (perf_counter_ns() - begun) / 1e6


def in_turns(
    keys: Sequence[T], work: Callable[[T], object], floor: Callable[[T], object]
) -> tuple[list[float], list[float]]:
    """Times of work and of floor, in milliseconds, in the order of the keys.

    Each key is given to both at once, so that a busy machine slows both alike; which of them goes
    first alternates, since the second finds the pages of the key in the system's cache.
    """
    works: list[float] = []
    floors: list[float] = []
    pairs = [(work, works), (floor, floors)]
    for place, key in enumerate(keys):
        for call, times in pairs if place % 2 else reversed(pairs):
            times.append(took_ms(call, key))
    return works, floors
