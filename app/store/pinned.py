"""Customers of other provinces: kept here for a month after they were last asked for.

Headquarters tells of them for as long, and says when the month is over. A counter without a line
comes to the same by its own clock.
"""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from app.store.merges import was_ever_merged
from app.store.parting import part_with
from app.store.prepared import Prepared
from app.store.snapshot import CustomerRow
from app.store.tables.cards import pinned_customer
from app.store.tables.customers import customer

KEPT_MS = 30 * 86_400_000

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


def pin_customers(
    connection: sa.Connection, rows: Iterable[tuple[str, bytes]], now_ms: int
) -> None:
    """Of entities and bodies the customers: told together with somebody who was asked for."""
    for entity, body in rows:
        if entity == "customer":
            uid = msgspec.msgpack.decode(body, type=CustomerRow).uid
            known = sa.select(pinned_customer.c.uid).where(pinned_customer.c.uid == uid)
            if connection.scalar(known) is None:
                pin(connection, uid, now_ms)


def drop_unused(connection: sa.Connection, now_ms: int) -> int:
    """Forget those whose month is over and of whom the books of this counter say nothing.

    Whoever was ever merged may belong to this province by now: of them headquarters says so.
    """
    over = connection.scalars(
        sa.select(pinned_customer.c.uid).where(pinned_customer.c.until_ms < now_ms)
    ).all()
    connection.execute(sa.delete(pinned_customer).where(pinned_customer.c.until_ms < now_ms))
    return part_with(connection, [uid for uid in over if not was_ever_merged(connection, uid)])


def is_over(connection: sa.Connection, now_ms: int) -> bool:
    """Whether anybody's month is over."""
    return _OVER.first(connection, {"now_ms": now_ms}) is not None


def awaited(connection: sa.Connection, most: int) -> list[str]:
    """The numbers of those of whom only a card is known here."""
    return [row.number for row in _AWAITED.all(connection, {"most": most})]
