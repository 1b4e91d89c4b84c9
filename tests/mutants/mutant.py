"""One seeded mistake."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    """``old`` stands exactly once in ``file``. ``tests`` are where it is to be caught."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
