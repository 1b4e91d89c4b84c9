"""Of whom and what other counters must hear once something was folded.

An object more is a function that gives its items, and a line in ``_TELLERS``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self, get_args

import sqlalchemy as sa

from app.journal.kinds.body import Body
from app.journal.kinds.complaints import AnyComplaint
from app.journal.kinds.conflicts import ConflictSettled
from app.journal.kinds.consents import CardIssued, CardsRevoked
from app.journal.kinds.customers import CustomerEdited
from app.journal.kinds.organisations import OrganisationDescribed
from app.store.merges import relatives_of
from sync.headquarters.accounts import account_items
from sync.headquarters.besides import beside_items
from sync.headquarters.cards import card_items
from sync.headquarters.cases import case_items
from sync.headquarters.conflicts import conflict_items, erased_items
from sync.headquarters.customer_scopes import part_again
from sync.headquarters.customer_telling import customer_items, merge_items
from sync.headquarters.feed import Item, publish
from sync.subjects import ABOUT_CUSTOMERS, beside_of, customers_of, merged_by


@dataclass(slots=True)
class Touched:
    """What entries changed: the customers whose record it is, those beside whose record something
    was written, those who became one or two again, and those whose debt moved; complaints.
    """

    customers: set[bytes] = field(default_factory=set)
    beside: set[bytes] = field(default_factory=set)
    merged: set[bytes] = field(default_factory=set)
    accounts: set[bytes] = field(default_factory=set)
    cards: set[bytes] = field(default_factory=set)  # whose cards were issued or revoked
    cases: set[str] = field(default_factory=set)
    conflicts: set[bytes] = field(default_factory=set)  # whose values may have met, or not any more
    erased_conflicts: set[bytes] = field(default_factory=set)  # by their names in the feed

    def __ior__(self, other: Self) -> Self:
        self.customers |= other.customers
        self.beside |= other.beside
        self.merged |= other.merged
        self.accounts |= other.accounts
        self.cards |= other.cards
        self.cases |= other.cases
        self.conflicts |= other.conflicts
        self.erased_conflicts |= other.erased_conflicts
        return self


_HEARD = ABOUT_CUSTOMERS | frozenset(get_args(AnyComplaint))
"""Hardly any entry is of these: nobody hears of a sale, but for the debt that it made."""


_CONTENDING = (CustomerEdited, OrganisationDescribed, ConflictSettled)


def heard_of(bodies: Sequence[Body | None]) -> list[Body]:
    """Those of which others hear."""
    return [body for body in bodies if type(body) in _HEARD and body is not None]


def touched_by(heard: Sequence[Body]) -> Touched:
    """What folding these changed; accounts apart, which sales change as well."""
    return Touched(
        customers=set().union(*map(customers_of, heard)),
        beside=set().union(*map(beside_of, heard)),
        merged=merged_by(heard),
        cards={body.uid for body in heard if isinstance(body, CardIssued | CardsRevoked)},
        cases={body.number for body in heard if isinstance(body, AnyComplaint)},
        conflicts={body.uid for body in heard if isinstance(body, _CONTENDING)},
    )


def named_in(entities: Iterable[str]) -> Touched:
    """What held entries speak of: the counter that wrote them hears how it stands here."""
    named = [name.partition(":") for name in entities]
    customers = {bytes.fromhex(name) for kind, _, name in named if kind == "customer"}
    cases = {name for kind, _, name in named if kind == "complaint"}
    return Touched(customers=customers, beside=customers, cases=cases)


Teller = Callable[[sa.Connection, Touched], Iterator[Item]]

_TELLERS: tuple[Teller, ...] = (
    lambda connection, touched: customer_items(
        connection, touched.customers | relatives_of(connection, touched.merged)
    ),
    lambda connection, touched: merge_items(connection, touched.merged),
    lambda connection, touched: beside_items(
        connection, touched.beside | relatives_of(connection, touched.merged)
    ),
    lambda connection, touched: account_items(connection, touched.accounts),
    lambda connection, touched: card_items(connection, touched.cards),
    lambda connection, touched: case_items(connection, touched.cases),
    lambda connection, touched: conflict_items(connection, touched.conflicts | touched.merged),
    lambda connection, touched: erased_items(connection, touched.erased_conflicts),
)
"""In this order: customers before whatever belongs to them."""


def tell(connection: sa.Connection, touched: Touched) -> None:
    """Publish what was touched as it now stands.

    Takes the feed's lock: nothing but a commit may follow.
    """
    publish(connection, [item for teller in _TELLERS for item in teller(connection, touched)])
    if touched.merged:
        part_again(connection, relatives_of(connection, touched.merged))


def tell_of_customers(connection: sa.Connection, uids: Iterable[bytes]) -> None:
    """Publish what belongs to these customers, as ``tell`` does."""
    everyone = set(uids)
    tell(connection, Touched(customers=everyone, beside=everyone))
