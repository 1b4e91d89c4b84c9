"""What came of a stick: sync without a line."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CarriedUp:
    """``entries`` that headquarters has not confirmed stand in the file at ``path``."""

    path: Path
    entries: int


@dataclass(frozen=True, slots=True)
class CarriedDown:
    """How things stand after headquarters' answer. ``problem``: in words, "" when all is well."""

    acked: int
    pulled: int
    pending: int
    problem: str
