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


class Printer(Protocol):
    """``title`` names the job and is safe as a file name; one title is one document for ever."""

    @property
    def name(self) -> str: ...

    def send(self, title: str, pdf: bytes) -> None:
        """Hand the document over durably.

        Raises an EnvironmentFault only when the printer has certainly not taken it.
        """

    def received(self, title: str) -> bool | None:
        """Whether the printer took ``title`` earlier; None when it cannot know."""
