"""What one pass of the sync did, while it runs and after it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passed:
    """What one pass did, and how things stand after it. ``problem``: code, "" when all is well.

    ``unknown``: rows of the feed that were for a newer program and were passed over. ``more``:
    files of evidence are left, and could go at once.
    """

    pushed: int
    pulled: int
    pending: int
    acked: int
    problem: str
    next_try_ms: int
    unknown: int = 0
    more: bool = False


@dataclass(slots=True)
class Tally:
    pushed: int = 0
    pulled: int = 0
    unknown: int = 0
    more: bool = False
