"""Folding rolls of printed labels; a label from a roll moves no lease."""

from collections.abc import Iterable

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.labels import LabelsReceived
from app.store.fold.numbers import NumberOutsideLease, pass_number
from app.store.gathering import notes
from app.store.prepared import Prepared
from app.store.tables.acceptance import label_roll

_RECEIVE = sa.insert(label_roll)
_SERIAL = sa.bindparam("serial", type_=sa.BigInteger)
_NEXT_ROLL = Prepared(
    sa.select(label_roll.c.lo)
    .where(label_roll.c.prefix == sa.bindparam("under"), label_roll.c.hi >= _SERIAL)
    .order_by(label_roll.c.lo)
    .limit(1)
)
_BEYOND = 10**8
"""No item's serial is so high."""


def labels_received(connection: sa.Connection, entry: Entry, body: LabelsReceived) -> None:
    """The roll stands ready; which of its labels are used is told by the items themselves."""
    connection.execute(
        _RECEIVE,
        {
            "prefix": body.prefix,
            "lo": body.lo,
            "hi": body.hi,
            "office": body.office,
            "counter": body.counter,
            "received_ms": entry.wall_ms,
            "clerk_name": body.clerk_name,
            "seq": entry.seq,
        },
    )
    notes(connection).pop((_NEXT_ROLL, body.prefix), None)


def on_a_roll(connection: sa.Connection, code: str) -> bool:
    """Whether the label with this item code was printed beforehand."""
    prefix, serial = code[:2], int(code[2:10])
    known = notes(connection)
    first, end = known.get((_NEXT_ROLL, prefix), (0, 0))
    if first <= serial < end:  # a fold before looked here: there is no roll
        return False
    found = _NEXT_ROLL.first(connection, {"under": prefix, "serial": serial})
    begins = _BEYOND if found is None else int(found.lo)
    known[_NEXT_ROLL, prefix] = (serial, begins)
    return begins <= serial


def labels_to_print(connection: sa.Connection, codes: Iterable[str]) -> list[tuple[str, str]]:
    """A paper for each item that does not carry a printed label already."""
    return [("label", code) for code in codes if not on_a_roll(connection, code)]


def use_item_number(connection: sa.Connection, code: str) -> None:
    """An item took ``code``: its lease moves on, or it came from a roll.

    Raises NumberOutsideLease for a number of neither.
    """
    leased = pass_number(connection, "item", code[:2], int(code[2:10]))
    if not leased and not on_a_roll(connection, code):
        raise NumberOutsideLease(number=code)
