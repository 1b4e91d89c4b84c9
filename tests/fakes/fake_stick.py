"""A stick that takes what it is given and brings an answer."""

from collections.abc import Callable
from pathlib import Path

from app.domain.bundles import CarriedDown, CarriedUp


class FakeStick:
    """The part of the desk that knows sticks. ``stick_fault`` is raised by the next use."""

    stick_fault: Exception | None = None
    sticks: tuple[tuple[str, str], ...] = ()

    def carry_up(self, folder: Path, told: Callable[[int, int], None]) -> CarriedUp:
        told(4, 6)
        self._use("up", folder)
        return CarriedUp(folder / "tem-100950-2-7001.temup", 6)

    def carry_down(self, file: Path) -> CarriedDown:
        self._use("down", file)
        return CarriedDown(acked=128, pulled=3, pending=0, problem="")

    def _use(self, way: str, place: Path) -> None:
        self.sticks = (*self.sticks, (way, place.name))
        if self.stick_fault is not None:
            raise self.stick_fault
