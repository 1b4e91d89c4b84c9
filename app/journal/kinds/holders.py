"""Entries about who a number belongs to: succession, standing, merge and un-merge."""

from typing import ClassVar

from app.journal.kinds.body import Body
from app.journal.kinds.customers import Citizen


class CustomerSucceeded(Body, frozen=True, kw_only=True):
    """The number passed to another holder and stays the same. ``former`` held it until now.

    ``reason``: inheritance, transfer, renamed. ``document`` is the paper that it rests on.
    """

    NUMBER: ClassVar[int] = 16
    NAME: ClassVar[str] = "customer.succeeded"

    uid: bytes
    base_version: int
    former: str
    full_name: str
    birth_date: str | None
    sex: str | None
    citizen: Citizen | None
    phones: list[str]
    reason: str
    document: str
    clerk_name: str
    approved_by: int
    approver: str


class StandingSet(Body, frozen=True, kw_only=True):
    """``standing``: prospect, active, dormant. The number is kept in every one of them."""

    NUMBER: ClassVar[int] = 17
    NAME: ClassVar[str] = "customer.standing_changed"

    uid: bytes
    standing: str
    reason: str


class CustomersMerged(Body, frozen=True, kw_only=True):
    """Two numbers are one customer: ``loser`` leads to ``winner`` from now on.

    ``taken`` names the fields whose value comes from the loser; the values stand in its record.
    """

    NUMBER: ClassVar[int] = 18
    NAME: ClassVar[str] = "customers.merged"

    winner: bytes
    loser: bytes
    winner_number: str
    loser_number: str
    taken: list[str]
    reason: str
    clerk_name: str
    approved_by: int
    approver: str


class AnyUnmerge(Body, frozen=True, kw_only=True):
    """What both versions of customers.unmerged say."""

    NUMBER: ClassVar[int] = 19
    NAME: ClassVar[str] = "customers.unmerged"

    winner: bytes
    loser: bytes
    reason: str
    clerk_name: str
    approved_by: int
    approver: str


class PairUnmerged(AnyUnmerge, frozen=True, kw_only=True):
    """Version 1: whatever this journal said of the pair was a mistake."""

    VERSION: ClassVar[int] = 1


class CustomersUnmerged(AnyUnmerge, frozen=True, kw_only=True):
    """``merges`` were a mistake, each named by the entry that said it: both go their own way again.

    A merge that somebody else says without knowing of this is another one, and stands.
    """

    VERSION: ClassVar[int] = 2

    merges: list[bytes]
