"""The reference files that come with the program: the sample branch's, not a tariff in force."""

from functools import lru_cache
from importlib import resources

from app.domain.reference.files import ReferenceFile, read_reference_bytes


@lru_cache(maxsize=1)
def shipped_reference() -> tuple[ReferenceFile, ...]:
    """All of ``resources/reference``, by name; ``text`` of each is what headquarters publishes."""
    folder = resources.files("resources") / "reference"
    return tuple(
        read_reference_bytes(entry.name, entry.read_bytes())
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".csv")
    )
