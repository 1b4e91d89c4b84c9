"""Taking what headquarters says of contract customers' accounts: the agreement, and the whole debt.

What this counter has booked itself is counted by its own postings, at once; of headquarters' sum
only what others booked is added. Entries that headquarters does not hold yet are no part of it.
"""

from collections.abc import Iterable
from typing import Annotated

import msgspec
import sqlalchemy as sa

from app.store.tables.money import credit_heard, credit_used, payment_part


class AccountRow(msgspec.Struct, frozen=True, array_like=True):
    """One account as headquarters knows it; ``used_vnd`` is owed at all counters together."""

    uid: Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]
    contract: str
    limit_vnd: int
    until: str
    agreed_ms: int
    used_vnd: int


def take_accounts(
    connection: sa.Connection, rows: Iterable[AccountRow], *, acked: int, now_ms: int
) -> None:
    """Keep the newest word on each. ``acked``: how far headquarters holds this journal."""
    for row in rows:
        connection.execute(sa.delete(credit_heard).where(credit_heard.c.customer_uid == row.uid))
        connection.execute(
            sa.insert(credit_heard).values(
                customer_uid=row.uid,
                contract=row.contract,
                limit_vnd=row.limit_vnd,
                until=row.until,
                agreed_ms=row.agreed_ms,
                elsewhere_vnd=row.used_vnd - _own_known(connection, row.uid, acked),
                heard_ms=now_ms,
            )
        )


def _own_known(connection: sa.Connection, uid: bytes, acked: int) -> int:
    """What this counter booked, without what headquarters cannot know of yet."""
    own = connection.scalar(
        sa.select(credit_used.c.used_vnd).where(credit_used.c.customer_uid == uid)
    )
    unsent = connection.scalar(
        sa.select(sa.func.coalesce(sa.func.sum(payment_part.c.amount_vnd), 0)).where(
            payment_part.c.customer_uid == uid,
            payment_part.c.method == "account",
            payment_part.c.seq > acked,
        )
    )
    return (own or 0) - (unsent or 0)
