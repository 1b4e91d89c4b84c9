"""The scripted day's time: real time moved so that the day begins in the morning."""

import time
from dataclasses import dataclass


@dataclass(frozen=True)
class MovedClock:
    """The same in every process of one day; a killed one leaves it as it was."""

    moved_ms: int

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self.moved_ms

    def monotonic_ms(self) -> int:
        return time.monotonic_ns() // 1_000_000

    def boot_id(self) -> str:
        return "a scripted day"
