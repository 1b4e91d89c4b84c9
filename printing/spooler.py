"""Brings waiting documents to paper from a durable print journal. Knows no Qt and no tables."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from threading import Lock
from typing import ClassVar, Protocol

from app.domain.documents import DocumentKind, LabelContent, ReceiptContent, WaitingJob
from app.errors import EnvironmentFault
from app.messages import text, text_for
from printing.documents import render
from printing.printers.base import HandoverUnknown, Printer


class PrintJournal(Protocol):
    """The durable list of documents that owe paper. Every call below is its own commit."""

    def waiting(self) -> tuple[WaitingJob, ...]:
        """Jobs in states due, ready and sending, oldest first; printed and doubtful are not."""

    def content(self, job_id: int) -> ReceiptContent | LabelContent:
        """What to draw, with totals and copy mark as they were when the job was made."""

    def keep(self, job_id: int, pdf: bytes) -> None:
        """due → ready: ``pdf`` is from now on the document, byte for byte."""

    def sending(self, job_id: int, printer: str) -> None:
        """ready → sending, before the first byte leaves."""

    def printed(self, job_id: int) -> None:
        """sending → printed."""

    def postponed(self, job_id: int, problem: str) -> None:
        """Nothing left the house: a drawn job goes back to ready, one not drawn stays due.

        ``problem`` is the sentence why.
        """

    def doubtful(self, job_id: int) -> None:
        """sending → doubtful: only a person can say whether it is on paper."""


@dataclass(eq=False)
class PrinterNotChosen(EnvironmentFault):
    """A kind of document has no printer in the settings; ``document`` is its Vietnamese name."""

    code: ClassVar[str] = "printer.not_chosen"
    document: str


class Spooler:
    """The only one who prints. Calls from several threads take turns.

    ``turn`` keeps the processes of one home apart (``app.turn``): without it a job that
    another process is sending would look like one that a crash left behind.
    """

    def __init__(
        self,
        journal: PrintJournal,
        printers: Mapping[DocumentKind, Printer],
        turn: AbstractContextManager[object] | None = None,
    ) -> None:
        self._journal = journal
        self._printers = dict(printers)
        self._turn = turn or Lock()

    def print_waiting(self) -> tuple[EnvironmentFault, ...]:
        """Send all that waits; one fault for each printer that did not take its documents.

        A document that cannot be drawn is a bug: it is raised, but after all others had their turn.
        """
        with self._turn:
            attempt = _Pass(self._journal, self._printers)
            for job in self._journal.waiting():
                attempt.bring(job)
        if attempt.bugs:
            raise ExceptionGroup("documents that could not be drawn", attempt.bugs)
        return tuple(attempt.faults.values())


class _Pass:
    """One walk over the waiting jobs: a printer that failed once is not tried again in it."""

    def __init__(self, journal: PrintJournal, printers: Mapping[DocumentKind, Printer]) -> None:
        self._journal = journal
        self._printers = printers
        self.faults: dict[str, EnvironmentFault] = {}
        self.bugs: list[Exception] = []

    def bring(self, job: WaitingJob) -> None:
        printer = self._printers.get(job.document)
        if job.state == "sending":
            self._clear_up(job, printer)
        elif printer is None:
            self._journal.postponed(job.id, text_for(self._unassigned(job)))
        elif fault := self.faults.get(printer.name):
            self._journal.postponed(job.id, text_for(fault))
        elif (pdf := job.pdf if job.pdf is not None else self._drawn(job)) is not None:
            self._journal.sending(job.id, printer.name)
            self._send(job, pdf, printer)

    def _unassigned(self, job: WaitingJob) -> EnvironmentFault:
        kind = text(f"paper.kind.{job.document}")
        return self.faults.setdefault(job.document, PrinterNotChosen(kind))

    def _clear_up(self, job: WaitingJob, printer: Printer | None) -> None:
        """A job that a crash left in ``sending``: only its own printer can say where it is."""
        if printer is None or printer.name != job.printer or job.pdf is None:
            self._journal.doubtful(job.id)
            return
        try:
            received = printer.received(job.title)
        except EnvironmentFault as fault:
            self.faults.setdefault(printer.name, fault)
            return  # stays in sending, and is asked after again when the printer answers
        if received is None:
            self._journal.doubtful(job.id)
        elif received:
            self._journal.printed(job.id)
        elif known := self.faults.get(printer.name):
            self._journal.postponed(job.id, text_for(known))
        else:
            self._send(job, job.pdf, printer)

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

    def _send(self, job: WaitingJob, pdf: bytes, printer: Printer) -> None:
        try:
            printer.send(job.title, pdf)
        except HandoverUnknown as fault:
            self.faults[printer.name] = fault
            self._journal.doubtful(job.id)
        except EnvironmentFault as fault:
            self.faults[printer.name] = fault
            self._journal.postponed(job.id, text_for(fault))
        else:
            self._journal.printed(job.id)
