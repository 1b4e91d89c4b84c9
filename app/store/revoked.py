"""Headquarters has shut this terminal out: its signed order in the home locks the store."""

from dataclasses import dataclass
from typing import ClassVar

from app.errors import EnvironmentFault
from app.settings import Home
from app.store.durable import write_durably


@dataclass(eq=False)
class TerminalRevoked(EnvironmentFault):
    """Nothing is recorded or shown here any more."""

    code: ClassVar[str] = "store.revoked"


def lock_for_ever(home: Home, order: bytes) -> None:
    """Keep the order, which whoever is asked can check with headquarters' key."""
    if not home.revocation.exists():
        write_durably(home.revocation, order)


def is_revoked(home: Home) -> bool:
    return home.revocation.exists()
