"""Brings waiting documents to paper from a durable print journal. Knows no Qt and no tables.

Each printer has a queue of its own: one that hangs holds up no other.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Event, Lock
from time import monotonic
from typing import Final

from app.domain.devices import profile_of
from app.errors import EnvironmentFault
from printing.queues import PrintJournal, Round, Station
from printing.walk import Walk

NOWHERE: Final = ""
"""The queue of documents for which no printer is chosen."""

UNDRAWN: Final = "documents that could not be drawn"

FOLLOW_S: Final = 3.0
ASK_EVERY_S: Final = 0.25
"""A command waits so long for a print system to say that all is on paper."""


class Spooler:
    """The only one who prints. ``stations`` are by profile of paper.

    ``turn`` gives for each printer what keeps the processes of one home apart (``app.turn``):
    without it a job that another process is sending would look like one that a crash left behind.
    """

    def __init__(
        self,
        journal: PrintJournal,
        stations: Mapping[str, Station],
        turn: Callable[[str], AbstractContextManager[object]] | None = None,
    ) -> None:
        self._journal = journal
        self._stations = dict(stations)
        self._locks: dict[str, Lock] = {name: Lock() for name in self.queues()}
        self._turn = turn or self._locks.__getitem__

    def queues(self) -> tuple[str, ...]:
        """The name of each printer, and the queue of documents that have none."""
        names = (station.printer.name for station in self._stations.values())
        return (*dict.fromkeys(names), NOWHERE)

    def print_on(self, queue: str) -> Round:
        """Send all that waits in one queue, and ask after what was sent before.

        A document that cannot be drawn is a bug: it is raised, but after all others had their turn.
        """
        with self._turn(queue):
            walk = Walk(self._journal, self._stations)
            kinds = {kind for kind in self._journal.kinds() if self._queue_of(kind) == queue}
            jobs = self._journal.waiting(kinds)
            for job in jobs:
                walk.bring(job)
            if queue != NOWHERE and jobs:
                self._journal.noted(queue, next(iter(walk.troubles()), None))
        if walk.bugs:
            raise ExceptionGroup(UNDRAWN, walk.bugs)
        return Round(walk.troubles(), walk.awaiting, walk.moved)

    def note(self, printer: str, fault: EnvironmentFault | None) -> None:
        """How a printer stood when something else than a document was sent to it."""
        self._journal.noted(printer, fault)

    def print_waiting(self, follow_s: float = FOLLOW_S) -> tuple[EnvironmentFault, ...]:
        """All queues at once; one fault for each printer that did not take its documents."""
        queues = self.busy_queues()
        if not queues:
            return ()
        with ThreadPoolExecutor(len(queues)) as workers:
            rounds = [workers.submit(self._follow, queue, follow_s) for queue in queues]
        _raise_bugs([bug for each in rounds if (bug := each.exception()) is not None])
        return tuple(fault for each in rounds for fault in each.result().faults)

    def _follow(self, queue: str, follow_s: float) -> Round:
        until = monotonic() + follow_s
        found = self.print_on(queue)
        while found.awaiting and monotonic() < until:
            Event().wait(ASK_EVERY_S)
            found = self.print_on(queue)
        return found

    def busy_queues(self) -> tuple[str, ...]:
        """Those in which something waits."""
        busy = {self._queue_of(kind) for kind in self._journal.kinds()}
        return tuple(queue for queue in self.queues() if queue in busy)

    def _queue_of(self, document: str) -> str:
        station = self._stations.get(profile_of(document))
        return NOWHERE if station is None else station.printer.name


def _raise_bugs(bugs: Sequence[BaseException]) -> None:
    """What went wrong beside the printers: the first of it, or all documents nobody can draw."""
    undrawn: list[Exception] = []
    for bug in bugs:
        if not isinstance(bug, ExceptionGroup):
            raise bug
        undrawn += bug.exceptions
    if undrawn:
        raise ExceptionGroup(UNDRAWN, undrawn)
