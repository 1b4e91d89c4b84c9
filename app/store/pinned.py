"""Customers of other provinces: kept here for a month after they were last asked for."""

import sqlalchemy as sa

from app.store.conflicts_heard import forget_conflicts
from app.store.prepared import Prepared
from app.store.search_index import unindex_customer
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer, customer_base, customer_event
from app.store.tables.shipments import shipment

KEPT_MS = 30 * 86_400_000

_SPEAK_OF_THEM = ((shipment, "customer_uid"), (customer_event, "uid"), (customer_base, "uid"))

_OVER = Prepared(
    sa.select(pinned_customer.c.uid)
    .where(pinned_customer.c.until_ms < sa.bindparam("now_ms"))
    .limit(1)
)
_AWAITED = Prepared(
    sa.select(customer.c.number)
    .join(pinned_customer, pinned_customer.c.uid == customer.c.uid)
    .where(customer.c.version == 0)
    .order_by(customer.c.number)
    .limit(sa.bindparam("most"))
)


def pin(connection: sa.Connection, uid: bytes, now_ms: int) -> None:
    """Asked for just now."""
    connection.execute(sa.delete(pinned_customer).where(pinned_customer.c.uid == uid))
    connection.execute(sa.insert(pinned_customer).values(uid=uid, until_ms=now_ms + KEPT_MS))


def drop_unused(connection: sa.Connection, now_ms: int) -> int:
    """Forget those whose month is over and of whom the books of this counter say nothing."""
    over = sa.select(pinned_customer.c.uid).where(pinned_customer.c.until_ms < now_ms)
    used = [
        sa.exists().where(table.c[name] == customer.c.uid)
        for table, name in (
            (shipment, "customer_uid"),
            (customer_event, "uid"),
            (customer_base, "uid"),
        )
    ]
    rows = connection.execute(
        sa.select(customer.c.id, customer.c.uid, customer.c.full_name, customer.c.phones).where(
            customer.c.uid.in_(over), ~sa.or_(*used)
        )
    ).all()
    for row in rows:
        unindex_customer(connection, row.id, row.full_name, row.phones.split())
        connection.execute(sa.delete(customer).where(customer.c.id == row.id))
    forget_conflicts(connection, [row.uid for row in rows])
    connection.execute(sa.delete(pinned_customer).where(pinned_customer.c.until_ms < now_ms))
    return len(rows)


def is_over(connection: sa.Connection, now_ms: int) -> bool:
    """Whether anybody's month is over."""
    return _OVER.first(connection, {"now_ms": now_ms}) is not None


def awaited(connection: sa.Connection, most: int) -> list[str]:
    """The numbers of those of whom only a card is known here."""
    return [row.number for row in _AWAITED.all(connection, {"most": most})]
