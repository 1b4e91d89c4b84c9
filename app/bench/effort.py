"""How often everything is measured."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """``people`` are looked for key by key; ``scans`` and ``starts`` are those of the window.

    ``history`` is how many items one customer has sent whose page is opened as well; ``files`` of a
    business sender have ``file_rows`` items each.
    """

    lookups: int
    people: int
    sales: int
    scans: int
    starts: int
    history: int
    files: int
    file_rows: int


FULL = Effort(
    lookups=1_000, people=200, sales=200, scans=100, starts=7, history=2_000, files=3, file_rows=500
)
