"""The scale of a bar chart, the same on screen and on paper."""

from collections.abc import Iterable
from dataclasses import dataclass

_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Lines from ``low`` to ``high``, ``step`` apart; nought is always one of them."""

    low: int
    high: int
    step: int

    @property
    def ticks(self) -> tuple[int, ...]:
        return tuple(range(self.low, self.high + 1, self.step))

    def share(self, amount: int) -> float:
        """How far up ``amount`` stands, from 0 at the lowest line to 1 at the highest."""
        return (amount - self.low) / (self.high - self.low)


def scale_for(amounts: Iterable[int], most: int = 4) -> Scale:
    """A scale of round numbers with about ``most`` steps that holds all ``amounts`` and nought."""
    known = [0, *amounts]
    low, high = min(known), max(known)
    step = _round_up(max(1, -(-(high - low) // most)))
    return Scale(low // step * step, max(step, -(-high // step) * step), step)


def _round_up(least: int) -> int:
    """The next 1, 2 or 5 with noughts."""
    power: int = 10 ** (len(str(least)) - 1)
    return next(step * power for step in _STEPS if step * power >= least)
