"""A clock whose hands a test turns."""

from dataclasses import dataclass

NOON = 1_795_237_200_000
"""21/11/2026 12:00:00 in Vietnam, a Saturday."""


@dataclass
class HandClock:
    """``advance`` lets time pass; setting ``wall_ms`` is someone meddling with the PC's clock."""

    wall_ms: int = NOON
    since_boot_ms: int = 3_600_000
    boot: str = "boot-1"

    def now_ms(self) -> int:
        return self.wall_ms

    def monotonic_ms(self) -> int:
        return self.since_boot_ms

    def boot_id(self) -> str:
        return self.boot

    def advance(self, ms: int) -> None:
        self.wall_ms += ms
        self.since_boot_ms += ms

    def reboot(self) -> None:
        self.boot += "+"
        self.since_boot_ms = 1_000
