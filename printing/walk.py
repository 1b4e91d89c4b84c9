"""One walk over a print queue: draws, sends, and asks after what was sent before."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Literal

from app.domain.devices import profile_of
from app.domain.print_jobs import WaitingJob
from app.errors import EnvironmentFault
from app.messages import text
from printing.documents import render
from printing.printers.base import HandoverUnknown, Order, WrongPaper
from printing.queues import NeverPrinted, PrinterNotChosen, PrintJournal, Station


class Walk:
    """A printer that failed once is not tried again in it, nor a kind of paper that it cannot hold:
    that one waits alone, and what else is meant for the printer comes out.
    """

    def __init__(self, journal: PrintJournal, stations: Mapping[str, Station]) -> None:
        self._journal = journal
        self._stations = stations
        self.faults: dict[str, EnvironmentFault] = {}
        self.misfits: dict[str, WrongPaper] = {}
        self.bugs: list[Exception] = []
        self.awaiting = False
        self.moved = False

    def troubles(self) -> tuple[EnvironmentFault, ...]:
        """Why something still waits; what the whole printer lacks stands first."""
        return (*self.faults.values(), *self.misfits.values())

    def bring(self, job: WaitingJob) -> None:
        station = self._stations.get(profile_of(job.document))
        if job.state in ("sending", "sent"):
            self._clear_up(job, station)
        elif station is None:
            self._journal.postponed(job.id, self._unassigned(job))
        elif fault := self._known(job, station):
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
        if known := self._known(job, station):
            self._journal.postponed(job.id, known)
        else:
            self._send(job, pdf, station)

    def _known(self, job: WaitingJob, station: Station) -> EnvironmentFault | None:
        """Why it is not tried."""
        misfit = self.misfits.get(profile_of(job.document))
        return misfit or self.faults.get(station.printer.name)

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
        except WrongPaper as fault:
            self.misfits[profile_of(job.document)] = fault
            self._journal.postponed(job.id, fault)
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
