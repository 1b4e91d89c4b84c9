"""Wall time, monotonic time, and what may be believed of them.

A wrong clock never stops work: entries are ordered by sequence and hybrid logical clock; the doubt
is told, stored with the entry and printed.
"""

import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntFlag
from pathlib import Path
from typing import Protocol

from app.domain.calendar import VIETNAM

FAR_OFF_MS = 5 * 60_000
"""Over five minutes from headquarters' last known time is told (DOMAIN §5)."""

LEAD_MS = 10 * 60_000
"""The logical clock follows the wall at most this far ahead of known time (SYNC §2.8)."""


class Clock(Protocol):
    """Where time comes from; tests turn the hands of their own."""

    def now_ms(self) -> int:
        """Epoch milliseconds of the wall clock; may jump, also backwards."""

    def monotonic_ms(self) -> int:
        """Milliseconds since boot; never runs back, says nothing of the date."""

    def boot_id(self) -> str:
        """Names the boot that ``monotonic_ms`` counts from."""


def _since_boot_ns() -> int:
    if sys.platform == "linux":  # the usual monotonic clock stands still while a laptop sleeps
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns()


class SystemClock:
    """The computer's own clock."""

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def monotonic_ms(self) -> int:
        return _since_boot_ns() // 1_000_000

    def boot_id(self) -> str:
        path = Path("/proc/sys/kernel/random/boot_id")
        if path.exists():
            return path.read_text(encoding="ascii").strip()
        # No boot id on this system: the boot's date to the minute serves.
        return str((self.now_ms() - self.monotonic_ms()) // 60_000)


class Doubt(IntFlag):
    """What is doubtful about an entry's time; stored as the entry's flags 1 and 2."""

    NONE = 0
    BEHIND = 1
    FAR_OFF = 2


@dataclass(frozen=True, slots=True)
class KnownTime:
    """What the wall clock is held against.

    ``vouched_ms`` is the last time that headquarters gave its word for: it cannot be earlier now.
    ``reference_ms`` was believed when the monotonic clock of boot ``boot_id`` stood at
    ``monotonic_ms``: the first undoubted entry of a boot, or a lock after wrong PINs.
    """

    vouched_ms: int
    reference_ms: int
    monotonic_ms: int
    boot_id: str

    def now_ms(self, clock: Clock) -> int | None:
        """The reference carried on by the monotonic clock; None after a reboot."""
        if clock.boot_id() != self.boot_id:
            return None
        return self.reference_ms + clock.monotonic_ms() - self.monotonic_ms


def doubt(clock: Clock, last_wall_ms: int, known: KnownTime) -> Doubt:
    """Whether the wall clock is behind the last entry, or far from known time."""
    now = clock.now_ms()
    found = Doubt.NONE
    if now < last_wall_ms or now < known.vouched_ms:
        found |= Doubt.BEHIND
    expected = known.now_ms(clock)
    if expected is not None and abs(now - expected) > FAR_OFF_MS:
        found |= Doubt.FAR_OFF
    return found


def next_hlc(last: int, clock: Clock, known: KnownTime) -> int:
    """The next hybrid logical time: 48 bits of milliseconds, 16 of counter; always above ``last``.

    A clock that runs far ahead pulls the logical time no more than ``LEAD_MS`` past known time.
    """
    physical = clock.now_ms()
    expected = known.now_ms(clock)
    if expected is not None:
        physical = min(physical, expected + LEAD_MS)
    return max(physical << 16, last + 1)


def utc(at_ms: int) -> datetime:
    """Aware UTC from epoch milliseconds."""
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC)


def local(at: datetime) -> datetime:
    """The same moment on a Vietnamese wall clock, the one that law and customers go by."""
    return at.astimezone(VIETNAM)
