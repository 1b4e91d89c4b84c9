"""How counter and headquarters stand to one another while a page of the feed is taken in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heard:
    """``acked``: how far headquarters holds this journal; ``head``: how far it goes.

    What this writer has said after ``acked`` is in nothing that headquarters sends.
    """

    acked: int
    head: int
    now_ms: int
