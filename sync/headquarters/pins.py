"""Customers of other provinces whom a counter asked for: it hears of them for a month."""

from typing import Any

import sqlalchemy as sa

from app.store.pinned import KEPT_MS
from app.store.prepared import Prepared
from sync.headquarters.customer_scopes import leave
from sync.headquarters.database import Database, upsert
from sync.headquarters.feed import terminal_scope
from sync.headquarters.kept_tables import pin
from sync.headquarters.tables import feed, writer
from sync.headquarters.tombstones import CUSTOMER, Left

_ANYTHING = Prepared(sa.select(feed.c.pos).where(feed.c.scope == sa.bindparam("of_scope")).limit(1))
_OVER = (
    (pin.c.terminal == sa.bindparam("of_terminal"))
    & (pin.c.epoch == sa.bindparam("of_epoch"))
    & (pin.c.until_ms < sa.bindparam("now"))
)
_ANY_OVER = Prepared(sa.select(pin.c.uid).where(_OVER).limit(1))


def hold(connection: sa.Connection, found: sa.Row[Any], uid: bytes, now_ms: int) -> None:
    """From now on the writer hears of the customer, for a month after it last asked."""
    row = {"terminal": found.terminal, "epoch": found.epoch, "uid": uid}
    upsert(connection, pin, [row | {"until_ms": now_ms + KEPT_MS}])


def has_heard(connection: sa.Connection, found: sa.Row[Any]) -> bool:
    """Whether anything was ever told to this writer alone."""
    scope = terminal_scope(found.terminal, found.epoch)
    return _ANYTHING.first(connection, {"of_scope": scope}) is not None


def end_pins(connection: sa.Connection, found: sa.Row[Any], now_ms: int) -> None:
    """Those of one writer whose month is over.

    Takes the feed's lock when there are any: nothing but a commit may follow.
    """
    given = {"of_terminal": found.terminal, "of_epoch": found.epoch, "now": now_ms}
    if _ANY_OVER.first(connection, given) is None:
        return
    connection.execute(sa.delete(pin).where(_OVER), given)
    scope = terminal_scope(found.terminal, found.epoch)
    told = connection.scalars(
        sa.select(feed.c.uid).where(feed.c.scope == scope, feed.c.entity == CUSTOMER)
    ).all()
    leave(connection, [Left(scope, uid) for uid in sorted(told)])


def end_all_pins(database: Database, now_ms: int) -> None:
    """Of all writers, also of those that never say hello again."""
    with database.reading() as connection:
        over = sa.select(pin.c.terminal, pin.c.epoch).where(pin.c.until_ms < now_ms).distinct()
        whose = connection.execute(over.order_by(pin.c.terminal, pin.c.epoch)).all()
    for terminal, epoch in whose:
        mine = (writer.c.terminal == terminal) & (writer.c.epoch == epoch)
        with database.writing() as connection:
            end_pins(connection, connection.execute(sa.select(writer).where(mine)).one(), now_ms)
