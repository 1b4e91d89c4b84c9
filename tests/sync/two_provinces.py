"""A counter in Hà Nội with customers, and one in Sài Gòn before which some of them stand."""

from dataclasses import dataclass

import sqlalchemy as sa
from msgspec.structs import replace

from app.domain.customer_number import make_customer_number
from app.journal.kinds.customers import Change, CustomerEdited, CustomerRegistered
from app.store.customers import customer_by_number
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer
from app.store.tables.station import lease
from sync.fetching import fetch_customer
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.tables import feed
from sync.headquarters.uniting import Decision, merge, unmerge
from tests.app.store.bookkeeping import uid_of
from tests.sync.country import OFFICE, Counter, Country

FAR, HOME, AWAY = "700900", "P:01", "P:79"
OWN = "T:7002/1"


@dataclass
class TwoProvinces:
    """``here`` in Hà Nội knows ``people``; ``far`` is the second counter of the country."""

    country: Country
    here: Counter
    far: Counter
    people: list[CustomerRegistered]

    def fetch(self, nth: int = 0) -> str:
        number = self.people[nth].number
        return fetch_customer(self.far.store, self.far.wire, number, "gdv1")

    def edit(self, nth: int, street: str) -> None:
        """At the counter at home, and it reaches headquarters."""
        was = self.people[nth].street
        change = Change("street", was, street)
        her = self.people[nth].uid
        edit = CustomerEdited(uid=her, base_version=1, changes=[change], citizen=None)
        self.here.record(edit)
        assert self.here.sync().problem == ""

    def someone_far(self) -> CustomerRegistered:
        """A customer whom the counter far away registers itself."""
        with self.far.store.reading() as connection:
            query = sa.select(lease.c.prefix, lease.c.lo).where(lease.c.kind == "customer")
            prefix, lo = connection.execute(query.limit(1)).one()
        number = make_customer_number(prefix, lo)
        made = replace(
            self.far.registration(1), uid=uid_of(900), number=number, office=FAR,
            full_name="Lê Thị Hoa",
        )  # fmt: skip
        self.far.record(made)
        self.meet()
        return made

    def sell(self, customer: CustomerRegistered) -> None:
        """Far away."""
        item, paid = self.far.sale(1, customer.uid)
        receipt = item.receipt.replace(OFFICE, FAR)
        self.far.record(replace(item, receipt=receipt), replace(paid, receipt=receipt))

    def merge(self, keep: CustomerRegistered, other: CustomerRegistered) -> None:
        self._decide(merge, keep, other)

    def unmerge(self, keep: CustomerRegistered, other: CustomerRegistered) -> None:
        self._decide(unmerge, keep, other)

    def _decide(self, deed: object, keep: CustomerRegistered, other: CustomerRegistered) -> None:
        assert callable(deed)
        hq = self.country.headquarters
        made = Decision(keep.number, other.number, "xem hồ sơ", "an An")
        deed(hq.database, made, hq.clock.now_ms())

    def night(self, scope: str = HOME) -> None:
        hq = self.country.headquarters
        make_snapshot(hq.database, hq.keys, scope, hq.clock.now_ms(), 2)

    def meet(self) -> None:
        for counter in (self.here, self.far):
            assert counter.sync().problem == ""

    def told(self, scope: str) -> list[str]:
        """What stands in the feed of a scope, in its order."""
        query = sa.select(feed.c.entity).where(feed.c.scope == scope).order_by(feed.c.pos)
        with self.country.headquarters.database.reading() as connection:
            return list(connection.scalars(query))


def two_provinces(country: Country, people: int = 1) -> TwoProvinces:
    here, far = country.counter(), country.counter(FAR)
    registered = [here.registration(nth) for nth in range(1, people + 1)]
    for each in registered:
        here.record(each)
    made = TwoProvinces(country, here, far, registered)
    made.meet()
    return made


def street(counter: Counter, number: str) -> str:
    with counter.store.reading() as connection:
        return customer_by_number(connection, number).street


def known(counter: Counter) -> list[str]:
    """The numbers of all whom a counter knows."""
    with counter.store.reading() as connection:
        return list(connection.scalars(sa.select(customer.c.number).order_by(customer.c.number)))


def pinned(counter: Counter) -> int:
    return counter.scalar(sa.select(sa.func.count()).select_from(pinned_customer))
