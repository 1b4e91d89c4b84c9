"""What the print journal says of a document that waits for its printer."""

from dataclasses import dataclass
from typing import Literal

from app.domain.documents import DocumentKind


@dataclass(frozen=True, slots=True)
class WaitingJob:
    """One document that owes paper, as the durable print journal holds it.

    ``due``: not drawn yet; ``ready``: drawn, ``pdf`` is kept and must be what comes out;
    ``sending``: handed to a printer and not heard of since, so a crash lies in between; ``sent``:
    a print system has it under ``ticket`` and has not said yet what became of it.
    ``title`` is the file name and the printer's job name: unique for each job, ASCII.
    ``printer`` is where a job in ``sending`` or ``sent`` went, "" before; ``waited_s`` since then.
    ``cash``: the original of a paper about cash that went over the counter.
    """

    id: int
    document: DocumentKind
    title: str
    state: Literal["due", "ready", "sending", "sent"]
    pdf: bytes | None
    printer: str = ""
    ticket: str = ""
    waited_s: float = 0.0
    cash: bool = False
