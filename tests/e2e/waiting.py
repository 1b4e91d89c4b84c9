"""Waiting for a condition, never for a time."""

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import Final, TypeVar

T = TypeVar("T")

_STEP_S: Final = 0.02
PATIENCE_S: Final = 240.0
"""Far more than any step needs: a shared machine is slow at times."""


class NeverCame(AssertionError):
    """What was waited for did not happen in time."""


def until(
    look: Callable[[], T | None],
    what: str,
    patience_s: float = PATIENCE_S,
    *,
    instead: Callable[[], object] | None = None,
    step_s: float = _STEP_S,
) -> T:
    """The first answer of ``look`` that is true. ``instead`` tells what was there at the end."""
    never = Event()
    end = monotonic() + patience_s
    while True:
        found = look()
        if found:
            return found
        if monotonic() > end:
            seen = f"; instead: {instead()}" if instead else ""
            raise NeverCame(f"{what} did not come within {patience_s:g} s{seen}")
        never.wait(step_s)
