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


class AnyLeaseGranted(Body, frozen=True, kw_only=True):
    """A range of numbers that headquarters gave to this terminal, ``lo`` to ``hi`` inclusive."""

    NUMBER: ClassVar[int] = 2
    NAME: ClassVar[str] = "lease.granted"

    lease_id: str
    lease_kind: str
    prefix: str
    lo: int
    hi: int


class LeaseGranted(AnyLeaseGranted, frozen=True, kw_only=True):
    """Version 1: by the word of the provisioning file alone."""

    VERSION: ClassVar[int] = 1


class LeaseProved(AnyLeaseGranted, frozen=True, kw_only=True):
    """Version 2: ``proof`` is headquarters' signature over range, terminal and epoch.

    A headquarters put back from a copy believes it, and books the range again.
    """

    VERSION: ClassVar[int] = 2

    proof: bytes
