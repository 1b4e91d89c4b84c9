"""What the spooler asks of anything that puts a document on paper."""

from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

from app.errors import EnvironmentFault


@dataclass(eq=False)
class PrinterUnavailable(EnvironmentFault):
    """The printer does not take work now; ``reason`` is what the system said."""

    code: ClassVar[str] = "printer.unavailable"
    printer: str
    reason: str


@dataclass(eq=False)
class HandoverUnknown(EnvironmentFault):
    """The printer stopped answering in the middle: the document may be on paper or not."""

    code: ClassVar[str] = "printer.handover_unknown"
    printer: str


@dataclass(eq=False)
class OutOfPaper(EnvironmentFault):
    code: ClassVar[str] = "printer.out_of_paper"
    printer: str


@dataclass(eq=False)
class CoverOpen(EnvironmentFault):
    code: ClassVar[str] = "printer.cover_open"
    printer: str


@dataclass(eq=False)
class PrinterJammed(EnvironmentFault):
    """Paper is stuck, or the knife or the head is."""

    code: ClassVar[str] = "printer.jammed"
    printer: str


@dataclass(eq=False)
class PrinterUnreachable(EnvironmentFault):
    """Switched off, unplugged, or another address."""

    code: ClassVar[str] = "printer.unreachable"
    printer: str


@dataclass(eq=False)
class PrinterSilent(EnvironmentFault):
    """There is a printer, or something, at the other end; it does not say how it is."""

    code: ClassVar[str] = "printer.silent"
    printer: str


@dataclass(eq=False)
class WrongPaper(EnvironmentFault):
    """The document is wider than what the printer prints on."""

    code: ClassVar[str] = "printer.wrong_paper"
    printer: str
    needed_mm: int
    has_mm: int


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be printed. ``title`` is safe as a file name and one document for ever.

    ``paper`` "" is the size that was drawn.
    """

    title: str
    pdf: bytes
    paper: str = ""
    copies: int = 1
    cut: bool = True
    drawer: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """What a printer knows of a document that may have reached it; None when it cannot know."""

    taken: bool | None
    ticket: str = ""


Fate = Literal["printed", "underway", "unknown"]
"""``unknown``: the print system has forgotten it, or gave it up half-way."""


class Printer(Protocol):
    """``name`` tells it from all others, in the settings and in the print journal."""

    @property
    def name(self) -> str: ...

    def send(self, order: Order) -> str:
        """Hand the document over durably.

        Returns "" once it is on paper; else the ticket by which ``fate`` follows it. Raises
        HandoverUnknown when it may have gone, and any other EnvironmentFault only when sending
        the same title again cannot put it on paper twice.
        """

    def trace(self, title: str) -> Trace:
        """Whether the printer took ``title`` earlier."""

    def fate(self, ticket: str) -> Fate:
        """What became of it. Raises the EnvironmentFault that holds it up."""

    def withdraw(self, ticket: str) -> None:
        """Give it up, as far as that is possible: nobody waits for it any more."""
