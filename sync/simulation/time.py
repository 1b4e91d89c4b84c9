"""Time that passes only when the simulation says so, and the clocks that show it wrongly."""

from dataclasses import dataclass

DAY_MS = 86_400_000
MIDNIGHT = 1_795_194_000_000
"""21/11/2026 00:00 in Vietnam, where every simulation begins."""

BOOTED_MS = 60_000


@dataclass
class Time:
    """The true time of the country, in epoch milliseconds. Headquarters' clock shows it."""

    true_ms: int = MIDNIGHT

    def now_ms(self) -> int:
        return self.true_ms

    def monotonic_ms(self) -> int:
        return self.true_ms - MIDNIGHT + BOOTED_MS

    def boot_id(self) -> str:
        return "headquarters"

    def pass_to(self, true_ms: int) -> None:
        self.true_ms = max(self.true_ms, true_ms)


@dataclass
class CounterClock:
    """``app.clock.Clock`` of one counter: set wrongly by ``offset_ms``, gaining ``drift_ppm``."""

    time: Time
    name: str
    offset_ms: int = 0
    drift_ppm: int = 0
    boots: int = 1
    booted_ms: int = MIDNIGHT

    def now_ms(self) -> int:
        true_ms = self.time.true_ms
        return true_ms + self.offset_ms + (true_ms - MIDNIGHT) * self.drift_ppm // 1_000_000

    def monotonic_ms(self) -> int:
        return self.time.true_ms - self.booted_ms + BOOTED_MS

    def boot_id(self) -> str:
        return f"{self.name}-{self.boots}"

    def reboot(self) -> None:
        self.boots += 1
        self.booted_ms = self.time.true_ms
