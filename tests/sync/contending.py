"""Two counters that changed one customer, and what is said of it."""

import sqlalchemy as sa

from app.domain.identities import Clerk
from app.queries.conflicts import ConflictLine, conflict_list
from app.services.conflicts import (
    SettleConflict,
    settle_conflict,
)
from app.services.customers import EditCustomer
from app.services.editing import edit_customer
from app.store.tables.customers import customer
from sync.headquarters.settling import (
    Contention,
)
from sync.headquarters.tables import conflict
from tests.sync.country import Counter, Country
from tests.sync.test_beside_everywhere import (
    CLERK,
    SUPERVISOR,
    a_customer,
    all_sync,
    an_id,
)

WHO = "an Nguyễn Văn An"


def edits(at: Counter, number: str, field: str, was: object, to: object) -> None:
    command = EditCustomer(an_id(at.store.clock), number, {field: (was, to)})
    edit_customer(command, at.store.unit_of_work(), CLERK)


def lines(at: Counter, *, settled: bool = False) -> tuple[ConflictLine, ...]:
    with at.store.reading() as connection:
        return conflict_list(connection, at.store.clock.now_ms(), settled=settled).lines


def settles(
    at: Counter,
    *,
    take: bool,
    name: str = "",
    clerk: Clerk = SUPERVISOR,
    said: str = "đã hỏi khách",
) -> None:
    which = name or lines(at)[0].conflict
    command = SettleConflict(an_id(at.store.clock), which, take, said)
    settle_conflict(command, at.store.unit_of_work(), clerk)


def street(at: Counter) -> str:
    with at.store.reading() as connection:
        return str(connection.scalar(sa.select(customer.c.street)))


def contention(country: Country) -> Contention:
    with country.headquarters.database.reading() as connection:
        found = connection.execute(sa.select(conflict)).one()
    return Contention(found.place, found.field)


def two_streets(country: Country, *, other_office: str = "100950") -> tuple[Counter, Counter, str]:
    """Both counters moved her; the second came later and holds."""
    here, there = country.counter(), country.counter(other_office)
    number = a_customer(here, "Nguyễn Thị Ánh")
    all_sync(country)
    edits(here, number, "street", "12 Hàng Bông", "Phố Huế")
    country.clock.advance(60_000)
    edits(there, number, "street", "12 Hàng Bông", "Hàng Đào")
    all_sync(country)
    return here, there, number


def two_births(country: Country) -> tuple[Counter, Counter, str]:
    """Of who somebody is the first word holds."""
    here, there = country.counter(), country.counter()
    number = a_customer(here, "Nguyễn Thị Ánh")
    all_sync(country)
    for at, name in ((here, "Nguyễn Thị Anh"), (there, "Nguyễn Thị Oanh")):
        edits(at, number, "full_name", "Nguyễn Thị Ánh", name)
    all_sync(country)
    return here, there, number
