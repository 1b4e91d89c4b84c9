"""Reading what organisations customers are, and which whole a branch belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from app.store.customers import StoredCustomer, customer_by_uid, live_root
from app.store.merges import root_of
from app.store.tables.customers import customer
from app.store.tables.relations import organisation


@dataclass(frozen=True, slots=True)
class StoredOrganisation:
    """``parent`` as it was stated; who that is today is for ``root_of`` to say."""

    uid: bytes
    form: str
    tax_code: str
    parent: bytes | None


_SELECT = sa.select(
    organisation.c.uid, organisation.c.form, organisation.c.tax_code, organisation.c.parent
)


def organisation_of(connection: sa.Connection, uid: bytes) -> StoredOrganisation | None:
    """None for a person."""
    row = connection.execute(_SELECT.where(organisation.c.uid == uid)).one_or_none()
    return None if row is None else StoredOrganisation(*row)


def organisations_by_tax_code(
    connection: sa.Connection, tax_code: str, limit: int = 20
) -> tuple[StoredOrganisation, ...]:
    """Whoever has this code, and the branches whose longer code begins with it."""
    query = (
        _SELECT.join(customer, customer.c.uid == organisation.c.uid)
        .where(
            customer.c.erased == 0,
            organisation.c.tax_code >= tax_code,
            organisation.c.tax_code < tax_code + "~",
        )
        .order_by(organisation.c.tax_code)
        .limit(limit)
    )
    return tuple(StoredOrganisation(*row) for row in connection.execute(query))


def branches_of(connection: sa.Connection, uids: tuple[bytes, ...]) -> tuple[StoredCustomer, ...]:
    """The branches of a whole, whatever number it had when they were registered; by number."""
    query = sa.select(organisation.c.uid).where(organisation.c.parent.in_(uids))
    found = {
        stored.uid: stored
        for uid in connection.scalars(query)
        if (stored := live_root(connection, uid)) is not None
    }
    return tuple(sorted(found.values(), key=lambda stored: stored.number))


def wholes_above(connection: sa.Connection, uid: bytes | None) -> Iterator[bytes]:
    """``uid`` as it is today, the whole that it is a branch of, and so on upwards."""
    seen: set[bytes] = set()
    while uid is not None:
        uid = root_of(connection, uid)
        if uid in seen:
            return
        seen.add(uid)
        yield uid
        found = organisation_of(connection, uid)
        uid = found.parent if found else None


def parent_of(connection: sa.Connection, found: StoredOrganisation) -> StoredCustomer | None:
    """The whole that a branch belongs to today."""
    if found.parent is None:
        return None
    return customer_by_uid(connection, root_of(connection, found.parent))
