"""Of whom and what other counters must hear once something was folded.

An object more is a function that gives its items, and a line in ``_TELLERS``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Self

import sqlalchemy as sa

from app.store.merges import relatives_of
from sync.headquarters.accounts import account_items
from sync.headquarters.besides import beside_items
from sync.headquarters.cards import card_items
from sync.headquarters.cases import case_items
from sync.headquarters.customer_scopes import part_again
from sync.headquarters.customer_telling import customer_items, merge_items
from sync.headquarters.feed import Item, publish


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

    def __ior__(self, other: Self) -> Self:
        self.customers |= other.customers
        self.beside |= other.beside
        self.merged |= other.merged
        self.accounts |= other.accounts
        self.cards |= other.cards
        self.cases |= other.cases
        return self


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
