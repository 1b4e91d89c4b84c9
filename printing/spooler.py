"""Brings waiting documents to paper from a durable print journal. Knows no Qt and no tables."""

from typing import Protocol

from app.domain.documents import LabelContent, ReceiptContent, WaitingJob


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
        """Back to ready (or still due): nothing left; ``problem`` is the sentence why."""

    def doubtful(self, job_id: int) -> None:
        """sending → doubtful: only a person can say whether it is on paper."""
