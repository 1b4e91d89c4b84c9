"""Entries about complaints. What was said of people stands in entries of its own, so that it can
be erased by law while the case, its days and its money still prove themselves."""

from typing import ClassVar

from app.journal.kinds.body import Body, Posting


class ComplaintReceived(Body, frozen=True, kw_only=True):
    """A case with its clock, computed once by ``rules`` and never again. Days are ISO 8601.

    ``item`` is "" or a number; ``accepted_on`` is known for items of this counter's books alone.
    """

    NUMBER: ClassVar[int] = 70
    NAME: ClassVar[str] = "complaint.received"

    number: str
    item: str
    customer_uid: bytes | None
    complaint_type: str
    type_label: str
    role: str
    scope: str
    accepted_on: str | None
    transit_days: int | None
    delivered_on: str | None
    received_on: str
    window_until: str | None
    timeliness: str
    due_on: str
    rules: str
    clerk_name: str


class ComplaintStated(Body, frozen=True, kw_only=True):
    """Who complains, how to reach them, and their words. Goes when the person is erased."""

    NUMBER: ClassVar[int] = 71
    NAME: ClassVar[str] = "complaint.stated"

    number: str
    name: str
    phone: str
    address: str
    authority: str
    facts: str
    remedy: str


class EvidenceAdded(Body, frozen=True, kw_only=True):
    """A file kept sealed beside the store; ``sha256`` is of its bytes before sealing."""

    NUMBER: ClassVar[int] = 72
    NAME: ClassVar[str] = "complaint.evidence_added"

    number: str
    evidence: bytes
    name: str
    media: str
    size: int
    sha256: bytes
    clerk_name: str


class ComplaintInvestigated(Body, frozen=True, kw_only=True):
    """Somebody looks into it from now on; from ``was`` investigating: handed over."""

    NUMBER: ClassVar[int] = 73
    NAME: ClassVar[str] = "complaint.investigated"

    number: str
    was: str
    owner: int
    owner_name: str
    clerk_name: str


class ComplaintDecided(Body, frozen=True, kw_only=True):
    """The answer. ``floor_vnd`` is the least that the rules gave, for what ``postage_vnd`` was."""

    NUMBER: ClassVar[int] = 74
    NAME: ClassVar[str] = "complaint.decided"

    number: str
    was: str
    outcome: str
    postage_vnd: int
    declared_vnd: int
    actual_loss_vnd: int
    floor_vnd: int
    compensation_vnd: int
    rules: str
    decided_on: str
    clerk_name: str


class ComplaintClosed(Body, frozen=True, kw_only=True):
    """Told to the complainant; nothing is left to do."""

    NUMBER: ClassVar[int] = 75
    NAME: ClassVar[str] = "complaint.closed"

    number: str
    was: str
    clerk_name: str


class ComplaintReopened(Body, frozen=True, kw_only=True):
    """Looked at again: a new term begins on ``reopened_on``."""

    NUMBER: ClassVar[int] = 76
    NAME: ClassVar[str] = "complaint.reopened"

    number: str
    was: str
    reopened_on: str
    due_on: str
    rules: str
    clerk_name: str


class ComplaintCompensated(Body, frozen=True, kw_only=True):
    """The compensation was paid: from the drawer, or by the centre (then no leg moves here)."""

    NUMBER: ClassVar[int] = 77
    NAME: ClassVar[str] = "complaint.compensated"

    number: str
    was: str
    payer: str
    amount_vnd: int
    approver: int
    approver_name: str
    clerk_name: str
    postings: list[Posting]


class ComplaintNoted(Body, frozen=True, kw_only=True):
    """The words that go with the entry before it in the same transaction, or with none."""

    NUMBER: ClassVar[int] = 78
    NAME: ClassVar[str] = "complaint.noted"

    number: str
    step: str
    words: str
    clerk_name: str


class ComplaintErased(Body, frozen=True, kw_only=True):
    """What was said of people in this case is erased by law: the bodies of ``seqs`` go."""

    NUMBER: ClassVar[int] = 79
    NAME: ClassVar[str] = "complaint.erased"

    number: str
    seqs: list[int]
    reason: str


AnyComplaint = (
    ComplaintReceived
    | ComplaintStated
    | EvidenceAdded
    | ComplaintInvestigated
    | ComplaintDecided
    | ComplaintClosed
    | ComplaintReopened
    | ComplaintCompensated
    | ComplaintNoted
    | ComplaintErased
)
"""Every body that names a case by ``number``."""
