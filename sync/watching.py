"""Pass after pass, for as long as somebody wants: in the window's background and in ``--watch``."""

import logging
import random
from collections.abc import Callable
from threading import Event
from typing import Protocol

from app.clock import Clock
from app.errors import TemError
from sync.passed import Passed

_log = logging.getLogger(__name__)

EVERY_S = 60.0
"""Between two passes while all is well, give or take a third: counters must not march in step."""

SOON_S = 1.0
"""After a pass that had sent enough files, and has more."""

LONGEST_S = 300.0
"""No pause is longer, whatever went wrong and whatever the wall clock does meanwhile."""


class Passes(Protocol):
    """``sync.engine.Engine``."""

    def sync_pass(self) -> Passed: ...


class Watch:
    """``run`` blocks; ``now`` and ``end`` may come from other threads, before it too."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._wake = Event()
        self._ended = Event()

    def run(self, engine: Passes, told: Callable[[Passed], None]) -> None:
        """Tell of every pass; one that could not even begin is logged and tried again."""
        while not self._ended.is_set():
            self._wake.clear()
            self._wake.wait(self._pass(engine, told))

    def now(self) -> None:
        """The next pass comes at once, or right after the one that runs."""
        self._wake.set()

    def end(self) -> None:
        """No pass begins any more."""
        self._ended.set()
        self._wake.set()

    def _pass(self, engine: Passes, told: Callable[[Passed], None]) -> float:
        try:
            passed = engine.sync_pass()
        except TemError as fault:
            _log.warning("a pass could not begin: %s", fault.code)
            return LONGEST_S
        told(passed)
        return pause_s(passed, self._clock.now_ms())


def pause_s(passed: Passed, now_ms: int) -> float:
    """How long to rest after ``passed``."""
    if not passed.problem and passed.more:
        return SOON_S
    if not passed.problem:
        return EVERY_S * random.uniform(2 / 3, 4 / 3)  # noqa: S311 - spreads the load only
    return min(max((passed.next_try_ms - now_ms) / 1000, 1.0), LONGEST_S)
