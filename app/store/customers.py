"""Reading customer rows: what use cases and queries have in common."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, ClassVar

import sqlalchemy as sa

from app.domain.customer_number import grouped, parse_customer_number
from app.errors import UserError
from app.store.merges import root_of
from app.store.prepared import Prepared
from app.store.tables.customers import customer, customer_alias
from app.store.tables.search import search_key


@dataclass(eq=False)
class CustomerUnknown(UserError):
    """No customer of this store has the number. ``number`` is grouped as it is read out."""

    code: ClassVar[str] = "customer.unknown"
    number: str


@dataclass(eq=False)
class CustomerIsErased(UserError):
    """Only the number is left of this customer: no new data, no new items."""

    code: ClassVar[str] = "customer.is_erased"
    number: str


@dataclass(frozen=True, slots=True, repr=False)
class StoredCustomer:
    """One row. ``birth_date`` is ISO 8601; ``phones`` are E.164."""

    id: int
    uid: bytes
    number: str
    full_name: str
    birth_date: str | None
    sex: str | None
    citizen_number: str | None
    citizen_source: str | None
    phones: tuple[str, ...]
    street: str
    commune: str
    scheme: str
    alert_note: str
    registered_ms: int
    version: int
    erased: bool
    last_seen_ms: int
    shipments: int


_NAMES = tuple(field.name for field in fields(StoredCustomer))
_SELECT = sa.select(*(customer.c[name] for name in _NAMES))
_BY_NUMBER = Prepared(_SELECT.where(customer.c.number == sa.bindparam("given")))
_BY_UID = Prepared(_SELECT.where(customer.c.uid == sa.bindparam("given")))
_BY_CITIZEN = Prepared(
    _SELECT.where(customer.c.citizen_lookup == sa.bindparam("given"))
    .order_by(customer.c.id)
    .limit(1)
)


def customer_by_number(connection: sa.Connection, number: str) -> StoredCustomer:
    """Whom a number leads to today: a merged one leads to the customer that it was merged into.

    Raises WrongCustomerNumber for a number that cannot be, CustomerUnknown for one not here.
    """
    return _today(connection, own_record(connection, number))


def live_customer(connection: sa.Connection, number: str) -> StoredCustomer:
    """As ``customer_by_number``, of whom something new may be recorded. Raises CustomerIsErased."""
    stored = customer_by_number(connection, number)
    if stored.erased:
        raise CustomerIsErased(number=grouped(stored.number))
    return stored


def own_record(connection: sa.Connection, number: str) -> StoredCustomer:
    """The record that was registered under a number, merged or not. Raises as above."""
    packed = parse_customer_number(number)
    row = _BY_NUMBER.first(connection, {"given": packed})
    if row is None:
        raise CustomerUnknown(number=grouped(packed))
    return stored_customer(row)


def customer_by_uid(connection: sa.Connection, uid: bytes) -> StoredCustomer | None:
    """None when headquarters knows the customer and this counter does not."""
    row = _BY_UID.first(connection, {"given": uid})
    return None if row is None else stored_customer(row)


def live_root(connection: sa.Connection, uid: bytes) -> StoredCustomer | None:
    """The customer that ``uid`` leads to today; None for one that is erased or not here."""
    stored = customer_by_uid(connection, root_of(connection, uid))
    return None if stored is None or stored.erased else stored


def customer_by_citizen(connection: sa.Connection, lookup: bytes) -> StoredCustomer | None:
    """Whom a citizen number's keyed hash belongs to, as it is now."""
    row = _BY_CITIZEN.first(connection, {"given": lookup})
    return None if row is None else _today(connection, stored_customer(row))


def customers_by_old_paper(
    connection: sa.Connection, lookup: bytes, limit: int
) -> tuple[StoredCustomer, ...]:
    """Whom the keyed hash of an older paper's number leads to."""
    query = (
        _SELECT.join(customer_alias, customer_alias.c.uid == customer.c.uid)
        .where(customer_alias.c.kind == "old_id", customer_alias.c.code == lookup.hex())
        .limit(limit)
    )
    rows = connection.execute(query).all()
    return tuple(_today(connection, stored_customer(row)) for row in rows)


def customers_by_key(
    connection: sa.Connection,
    kind: int,
    key: str,
    limit: int,
    *,
    born: int | None = None,
    read_at_most: int = 100,
) -> tuple[StoredCustomer, ...]:
    """Who has exactly this search key; ``born`` keeps those of one year of birth.

    At most ``read_at_most`` keys are looked at, so that a common name costs no more than a bound.
    """
    keys = (
        sa.select(search_key.c.customer)
        .where(search_key.c.kind == kind, search_key.c.key == key)
        .limit(read_at_most)
        .subquery()
    )
    query = _SELECT.join(keys, keys.c.customer == customer.c.id)
    if born is not None:
        query = query.where(customer.c.birth_date.startswith(f"{born:04d}", autoescape=True))
    rows = connection.execute(query.limit(limit)).all()
    return tuple(_today(connection, stored_customer(row)) for row in rows)


def _today(connection: sa.Connection, stored: StoredCustomer) -> StoredCustomer:
    root = root_of(connection, stored.uid)
    found = stored if root == stored.uid else customer_by_uid(connection, root)
    return found or stored


def stored_customer(row: Sequence[Any]) -> StoredCustomer:
    """A row of exactly the columns of StoredCustomer."""
    values: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    values["phones"] = tuple(values["phones"].split())
    values["erased"] = bool(values["erased"])
    return StoredCustomer(**values)
