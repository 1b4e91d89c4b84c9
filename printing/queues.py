"""What a print queue is made of: its durable journal, its printer, what one walk over it finds."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from app.domain.devices import PaperChoice
from app.domain.documents import Content
from app.domain.print_jobs import WaitingJob
from app.errors import EnvironmentFault
from printing.printers.base import Printer


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
