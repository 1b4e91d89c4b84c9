"""Reading rolls of printed labels, and what became of a label."""

from dataclasses import dataclass, fields

import sqlalchemy as sa

from app.store.tables.acceptance import label_roll
from app.store.tables.shipments import shipment
from app.store.tables.station import lease


@dataclass(frozen=True, slots=True)
class StoredRoll:
    """Serials ``lo`` to ``hi`` under ``prefix``, as a supervisor took them in."""

    prefix: str
    lo: int
    hi: int
    received_ms: int
    clerk_name: str


_NAMES = [field.name for field in fields(StoredRoll)]
_ROLLS = sa.select(*(label_roll.c[name] for name in _NAMES))
_SERIAL = sa.bindparam("serial", type_=sa.Integer)
_HOLDS = sa.select(label_roll.c.lo).where(
    label_roll.c.prefix == sa.bindparam("under"), label_roll.c.lo <= _SERIAL,
    label_roll.c.hi >= _SERIAL,
)  # fmt: skip
_STATUS = sa.select(shipment.c.status).where(shipment.c.code == sa.bindparam("given"))


def rolls(connection: sa.Connection) -> tuple[StoredRoll, ...]:
    """Every roll of this counter, newest first."""
    query = _ROLLS.order_by(label_roll.c.seq.desc())
    return tuple(StoredRoll(*row) for row in connection.execute(query))


def is_on_a_roll(connection: sa.Connection, code: str) -> bool:
    """Whether a roll of this counter holds the label."""
    found = connection.execute(_HOLDS, {"under": code[:2], "serial": int(code[2:10])})
    return found.first() is not None


def status_of(connection: sa.Connection, code: str) -> str:
    """How the item with this code stands; "" when no item ever had it."""
    return connection.scalar(_STATUS, {"given": code}) or ""


def range_is_free(connection: sa.Connection, prefix: str, lo: int, hi: int) -> bool:
    """Whether no serial of the range was lent to this counter or lies on a roll of it."""
    for table in (label_roll, lease):
        shared = sa.select(sa.literal(1)).where(
            table.c.prefix == prefix, table.c.lo <= hi, table.c.hi >= lo
        )
        if connection.execute(shared.limit(1)).first() is not None:
            return False
    return True


def used_between(connection: sa.Connection, first: str, last: str) -> int:
    """How many items have a code from ``first`` to ``last``: codes sort as their serials do."""
    query = sa.select(sa.func.count()).where(shipment.c.code >= first, shipment.c.code <= last)
    return connection.scalar(query) or 0
