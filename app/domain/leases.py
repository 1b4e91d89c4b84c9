"""Ranges of numbers that headquarters lends to one terminal (SYNC: leases of numbers)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar

from app.errors import UserError


class LeaseKind(StrEnum):
    """What the numbers of a range are for."""

    CUSTOMER = "customer"
    ITEM = "item"
    RECEIPT = "receipt"


LARGEST = {LeaseKind.CUSTOMER: 9_999_999, LeaseKind.ITEM: 99_999_999, LeaseKind.RECEIPT: 9_999_999}
"""The highest serial that the number's own shape has room for."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The serials ``lo`` … ``hi``, both included, under ``prefix``.

    ``prefix``: "0126" (customer: province and year), "RR" (item), "100950-2" (receipt).
    ``proof``: headquarters' signature, of the lease's statement on the wire; b"" for none.
    """

    lease_id: str
    kind: LeaseKind
    prefix: str
    lo: int
    hi: int
    proof: bytes = field(default=b"", compare=False)


@dataclass(eq=False)
class WrongLease(UserError):
    """A range that cannot be: backwards, beyond its numbers' room, or under another range's id."""

    code: ClassVar[str] = "lease.wrong"
    prefix: str
    lo: int
    hi: int


@dataclass(eq=False)
class LeasesOverlap(UserError):
    """Two ranges share a number, which would one day be given out twice."""

    code: ClassVar[str] = "lease.overlap"
    prefix: str
    lo: int
    hi: int
    other_lo: int
    other_hi: int


def check_leases(leases: Iterable[Lease]) -> None:
    """Raise WrongLease or LeasesOverlap unless every number stands in at most one range.

    The same lease (same ``lease_id``, same range) may come twice: files are sent again.
    """
    distinct = sorted(set(leases), key=lambda lease: (lease.kind, lease.prefix, lease.lo, lease.hi))
    ids = [lease.lease_id for lease in distinct]
    for lease in distinct:
        if ids.count(lease.lease_id) > 1 or not 0 <= lease.lo <= lease.hi <= LARGEST[lease.kind]:
            raise WrongLease(prefix=lease.prefix, lo=lease.lo, hi=lease.hi)
    for one, next_one in pairwise(distinct):
        same = (one.kind, one.prefix) == (next_one.kind, next_one.prefix)
        if same and next_one.lo <= one.hi:
            raise LeasesOverlap(
                prefix=one.prefix,
                lo=one.lo,
                hi=one.hi,
                other_lo=next_one.lo,
                other_hi=next_one.hi,
            )
