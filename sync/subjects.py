"""Whose record an entry is about: what others wait for, and of whom other counters must hear."""

from collections.abc import Iterable

from app.journal.kinds.body import Body
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.consents import CardIssued, CardsRevoked, ConsentGiven, ConsentWithdrawn
from app.journal.kinds.customers import CustomerEdited, CustomerErased, CustomerRegistered
from app.journal.kinds.holders import (
    AnyUnmerge,
    CustomersMerged,
    CustomerSucceeded,
    CustomersUnmerged,
    PairUnmerged,
    StandingSet,
)
from app.journal.kinds.organisations import (
    AddressDropped,
    AddressNoted,
    CustomerLinked,
    CustomerUnlinked,
    OrganisationDescribed,
)

_NAMED_BY: dict[type[Body], tuple[str, ...]] = {
    CustomerRegistered: ("uid",),
    CustomerEdited: ("uid",),
    CustomerErased: ("uid",),
    OrganisationDescribed: ("uid",),
    CustomerLinked: ("person", "organisation"),
    CustomerUnlinked: ("person",),
    CustomerSucceeded: ("uid",),
    StandingSet: ("uid",),
    CustomersMerged: ("winner", "loser"),
    PairUnmerged: ("winner", "loser"),
    CustomersUnmerged: ("winner", "loser"),
    ConsentGiven: ("uid",),
    ConsentWithdrawn: ("uid",),
    CardIssued: ("uid",),
    CardsRevoked: ("uid",),
    AddressNoted: ("uid",),
    AddressDropped: ("uid",),
    ConflictSettled: ("uid",),
}

ABOUT_CUSTOMERS = frozenset(_NAMED_BY)

_RECORD_ALONE = (CustomerRegistered, CustomerEdited, CardIssued, CustomersMerged, AnyUnmerge)
"""Of what they change, nothing stands beside the record."""


def beside_of(body: Body | None) -> tuple[bytes, ...]:
    """Of those, the customers beside whose record something may have changed."""
    return () if isinstance(body, _RECORD_ALONE) else customers_of(body)


def merged_by(bodies: Iterable[Body | None]) -> set[bytes]:
    """Who became one, or two again, by the bodies."""
    return {
        uid
        for body in bodies
        if isinstance(body, CustomersMerged | AnyUnmerge)
        for uid in (body.winner, body.loser)
    }


def customers_of(body: Body | None) -> tuple[bytes, ...]:
    """The customers whose record the body changes; () for sales and everything else."""
    if body is None:
        return ()
    return tuple(getattr(body, name) for name in _NAMED_BY.get(type(body), ()))
