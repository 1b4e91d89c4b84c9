"""What the spooler asks of anything that puts a document on paper."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

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


class Printer(Protocol):
    """``title`` names the job and is safe as a file name; one title is one document for ever."""

    @property
    def name(self) -> str: ...

    def send(self, title: str, pdf: bytes) -> None:
        """Hand the document over durably.

        Raises HandoverUnknown when it may have gone, and any other EnvironmentFault only when
        sending the same title again cannot put it on paper twice.
        """

    def received(self, title: str) -> bool | None:
        """Whether the printer took ``title`` earlier; None when it cannot know."""
