"""People who work at the counter."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; permissions are looked up from it in services."""

    CLERK = "clerk"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Clerk:
    """``id`` stands in every entry; ``code`` is what the clerk picks at sign-in."""

    id: int
    code: str
    name: str
    role: Role
