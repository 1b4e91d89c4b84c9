"""Brings waiting documents to paper from a durable print journal. Knows no Qt and no tables.

Each printer has a queue of its own: one that hangs holds up no other.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from threading import Event, Lock
from time import monotonic
from typing import ClassVar, Final, Literal, Protocol

from app.domain.devices import PaperChoice, profile_of
from app.domain.documents import Content, WaitingJob
from app.errors import EnvironmentFault
from app.messages import text
from printing.documents import render
from printing.printers.base import HandoverUnknown, Order, Printer

NOWHERE: Final = ""
"""The queue of documents for which no printer is chosen."""

UNDRAWN: Final = "documents that could not be drawn"

FOLLOW_S: Final = 3.0
ASK_EVERY_S: Final = 0.25
"""A command waits so long for a print system to say that all is on paper."""


class PrintJournal(Protocol):
    """The durable list of documents that owe paper. Every call below is its own commit."""

    def kinds(self) -> frozenset[str]:
        """Of what kinds of document some wait."""

    def waiting(self, kinds: Collection[str]) -> tuple[WaitingJob, ...]:
        """Jobs of these kinds in states due, ready, sending and sent, oldest first."""

    def content(self, job_id: int) -> Content:
        """What to draw, with totals and copy mark as they were when the job was made."""

    def keep(self, job_id: int, pdf: bytes) -> None:
        """due → ready: ``pdf`` is from now on the document, byte for byte."""

    def sending(self, job_id: int, printer: str) -> None:
        """ready → sending, before the first byte leaves."""

    def sent(self, job_id: int, ticket: str) -> None:
        """sending → sent: a print system has it, and says under ``ticket`` how it fares."""

    def held_up(self, job_id: int, problem: EnvironmentFault) -> None:
        """It stays sent; ``problem`` is why nothing comes out."""

    def printed(self, job_id: int) -> None:
        """sending, sent → printed."""

    def postponed(self, job_id: int, problem: EnvironmentFault) -> None:
        """Nothing left the house: a drawn job goes back to ready, one not drawn stays due."""

    def doubtful(self, job_id: int) -> None:
        """sending, sent → doubtful: only a person can say whether it is on paper."""

    def noted(self, printer: str, problem: EnvironmentFault | None) -> None:
        """How ``printer`` stood when it was last asked; None: it took its work."""


@dataclass(eq=False)
class PrinterNotChosen(EnvironmentFault):
    """A kind of document has no printer in the settings; ``document`` is its name in words."""

    code: ClassVar[str] = "printer.not_chosen"
    document: str


@dataclass(eq=False)
class NeverPrinted(EnvironmentFault):
    """The print system took the document long ago and says neither that it is done nor why not."""

    code: ClassVar[str] = "printer.never_printed"
    printer: str


@dataclass(frozen=True, slots=True)
class Station:
    """A printer, and how one kind of paper comes out of it. ``patience_s`` waits for that."""

    printer: Printer
    paper: PaperChoice = field(default_factory=PaperChoice)
    patience_s: float = 30.0


@dataclass(frozen=True, slots=True)
class Round:
    """What one walk over a queue found; ``awaiting``: ask again soon, something is under way.

    ``moved``: some document got on.
    """

    faults: tuple[EnvironmentFault, ...] = ()
    awaiting: bool = False
    moved: bool = False


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
            walk = _Walk(self._journal, self._stations)
            kinds = {kind for kind in self._journal.kinds() if self._queue_of(kind) == queue}
            jobs = self._journal.waiting(kinds)
            for job in jobs:
                walk.bring(job)
            if queue != NOWHERE and jobs:
                self._journal.noted(queue, next(iter(walk.faults.values()), None))
        if walk.bugs:
            raise ExceptionGroup(UNDRAWN, walk.bugs)
        return Round(tuple(walk.faults.values()), walk.awaiting, walk.moved)

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


class _Walk:
    """One walk over a queue: a printer that failed once is not tried again in it."""

    def __init__(self, journal: PrintJournal, stations: Mapping[str, Station]) -> None:
        self._journal = journal
        self._stations = stations
        self.faults: dict[str, EnvironmentFault] = {}
        self.bugs: list[Exception] = []
        self.awaiting = False
        self.moved = False

    def bring(self, job: WaitingJob) -> None:
        station = self._stations.get(profile_of(job.document))
        if job.state in ("sending", "sent"):
            self._clear_up(job, station)
        elif station is None:
            self._journal.postponed(job.id, self._unassigned(job))
        elif fault := self.faults.get(station.printer.name):
            self._journal.postponed(job.id, fault)
        elif (pdf := job.pdf if job.pdf is not None else self._drawn(job)) is not None:
            self._journal.sending(job.id, station.printer.name)
            self._send(job, pdf, station)

    def _unassigned(self, job: WaitingJob) -> EnvironmentFault:
        kind = text(f"paper.kind.{profile_of(job.document)}")
        return self.faults.setdefault(job.document, PrinterNotChosen(kind))

    def _clear_up(self, job: WaitingJob, station: Station | None) -> None:
        """A job that was on its way before: only its own printer can say where it is."""
        if station is None or station.printer.name != job.printer or job.pdf is None:
            self._doubt(job)
            return
        try:
            verdict, ticket = _verdict(job, station)
        except EnvironmentFault as fault:
            self.faults.setdefault(station.printer.name, fault)
            self._journal.held_up(job.id, fault)  # and is asked after again
            return
        if verdict == "never came":
            self._send_again(job, job.pdf, station)
        elif verdict == "printed":
            self._finish(job)
        elif verdict == "underway":
            self._await(job, ticket)
        else:
            self._give_up(job, ticket, station)

    def _await(self, job: WaitingJob, ticket: str) -> None:
        self.awaiting = True
        if job.state == "sending":
            self._journal.sent(job.id, ticket)

    def _finish(self, job: WaitingJob) -> None:
        self.moved = True
        self._journal.printed(job.id)

    def _doubt(self, job: WaitingJob) -> None:
        self.moved = True
        self._journal.doubtful(job.id)

    def _give_up(self, job: WaitingJob, ticket: str, station: Station) -> None:
        self._doubt(job)
        if ticket:
            self.faults[station.printer.name] = NeverPrinted(station.printer.name)
            with suppress(EnvironmentFault):
                station.printer.withdraw(ticket)

    def _send_again(self, job: WaitingJob, pdf: bytes, station: Station) -> None:
        if known := self.faults.get(station.printer.name):
            self._journal.postponed(job.id, known)
        else:
            self._send(job, pdf, station)

    def _drawn(self, job: WaitingJob) -> bytes | None:
        try:
            pdf = render(self._journal.content(job.id))
        except EnvironmentFault:
            raise
        except Exception as bug:  # noqa: BLE001 - one bad document holds up no other; raised at the end
            self.bugs.append(bug)
            return None
        self._journal.keep(job.id, pdf)
        return pdf

    def _send(self, job: WaitingJob, pdf: bytes, station: Station) -> None:
        printer, paper = station.printer, station.paper
        drawer = paper.drawer and job.cash
        order = Order(job.title, pdf, paper.paper, paper.copies, paper.cut, drawer)
        try:
            ticket = printer.send(order)
        except HandoverUnknown as fault:
            self.faults[printer.name] = fault
            self._doubt(job)
        except EnvironmentFault as fault:
            self.faults[printer.name] = fault
            self._journal.postponed(job.id, fault)
        else:
            self._handed_over(job, ticket)

    def _handed_over(self, job: WaitingJob, ticket: str) -> None:
        if ticket:
            self._journal.sent(job.id, ticket)
            self.awaiting = self.moved = True
        else:
            self._finish(job)


_Verdict = Literal["printed", "underway", "never came", "doubtful"]


def _verdict(job: WaitingJob, station: Station) -> tuple[_Verdict, str]:
    """Where a document is, and its ticket. Raises what holds it up there."""
    ticket = job.ticket
    if job.state == "sending":
        trace = station.printer.trace(job.title)
        if not trace.taken:
            return "doubtful" if trace.taken is None else "never came", ""
        ticket = trace.ticket
    fate = station.printer.fate(ticket) if ticket else "printed"
    if fate == "underway" and job.waited_s >= station.patience_s:
        return "doubtful", ticket
    return "doubtful" if fate == "unknown" else fate, ticket
