"""A report under way: asked for behind the window, watched, stopped; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from app.domain.daily_report import MadeReport
from app.domain.report_refusals import ReportCancelled
from app.queries.report.here import AskReport
from ui.desk import Desk
from ui.running import Runners

OFFICE, COUNTER = "office", "counter"


@dataclass(slots=True)
class Watch:
    """Between the worker that reads and the page that shows how far it is. Ints need no lock."""

    read: int = 0
    of: int = 0
    stopped: bool = False

    def told(self, read: int, of: int) -> None:
        """By the worker. Raises ReportCancelled once nobody waits any longer."""
        if self.stopped:
            raise ReportCancelled
        self.read, self.of = read, of


class Waits(Protocol):
    """Whoever asked."""

    def waiting(self, *, busy: bool) -> None: ...
    def came(self, made: MadeReport) -> None: ...
    def failed(self, error: Exception) -> None: ...


class Making:
    """One report at a time; a new question stops the one before."""

    def __init__(self, desk: Desk, runners: Runners, waits: Waits) -> None:
        self._desk = desk
        self._runners = runners
        self._waits = waits
        self._watch: Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether a report is being made."""
        return self._watch is not None

    def ask(self, ask: AskReport, scope: str) -> None:
        """Behind the window; the answer comes unless it is stopped before."""
        self.stop()
        watch = self._watch = Watch()
        self._waits.waiting(busy=True)
        self._runners.long.run(
            lambda: self._desk.report(self._scoped(ask, scope), watch.told),
            lambda made: self._end(watch, lambda: self._waits.came(made)),
            lambda error: self._end(watch, lambda: self._waits.failed(error)),
        )

    def stop(self) -> bool:
        """Whether one was under way; it is given up, and what was shown before stays."""
        if self._watch is None:
            return False
        self._watch.stopped = True
        self._watch = None
        self._waits.waiting(busy=False)
        return True

    def progress(self) -> tuple[int, int] | None:
        """How many entries of how many were read."""
        return None if self._watch is None else (self._watch.read, self._watch.of)

    def _scoped(self, ask: AskReport, scope: str) -> AskReport:
        """With this counter named, when it alone is asked for; off the screen's thread."""
        return replace(ask, counter=self._desk.station().counter) if scope == COUNTER else ask

    def _end(self, watch: Watch, answer: Callable[[], None]) -> None:
        if watch is self._watch:
            self._watch = None
            answer()
            self._waits.waiting(busy=False)
