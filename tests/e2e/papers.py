"""What came out of the folder printer, read as the world reads paper."""

from collections.abc import Mapping
from pathlib import Path

from tests.printing.reading import Read, read


def printed(home: Path) -> Mapping[str, Path]:
    """Every document on paper so far, by its title."""
    return {file.stem: file for file in sorted((home / "printed").glob("*.pdf"))}


def decoded(file: Path) -> Read:
    """Its words, and the codes that a reader finds in it at 203 dpi in black and white."""
    return read(file.read_bytes())
