"""Entries about the terminal itself."""

from typing import ClassVar

from app.journal.kinds.body import Body


class TerminalEnrolled(Body, frozen=True, kw_only=True):
    """The first entry of every journal: whose books these are."""

    NUMBER: ClassVar[int] = 1
    NAME: ClassVar[str] = "terminal.enrolled"

    office: str
    counter: str
    device_key: bytes
    nonce: bytes
    provisioned_ms: int


class LeaseGranted(Body, frozen=True, kw_only=True):
    """A range of numbers that headquarters gave to this terminal, ``lo`` to ``hi`` inclusive."""

    NUMBER: ClassVar[int] = 2
    NAME: ClassVar[str] = "lease.granted"

    lease_id: str
    lease_kind: str
    prefix: str
    lo: int
    hi: int
