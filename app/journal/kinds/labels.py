"""Entries about labels printed beforehand, on rolls."""

from typing import ClassVar

from app.journal.kinds.body import Body


class LabelsReceived(Body, frozen=True, kw_only=True):
    """A roll of printed labels came to this counter: serials ``lo`` to ``hi`` inclusive."""

    NUMBER: ClassVar[int] = 23
    NAME: ClassVar[str] = "labels.received"

    prefix: str
    lo: int
    hi: int
    office: str
    counter: str
    clerk_name: str
