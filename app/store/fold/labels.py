"""Folding rolls of printed labels; a label from a roll moves no lease."""

from collections.abc import Iterable

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.labels import LabelsReceived
from app.store.fold.numbers import NumberOutsideLease, pass_number
from app.store.tables.acceptance import label_roll

_RECEIVE = sa.insert(label_roll)
_SERIAL = sa.bindparam("serial", type_=sa.Integer)
_ROLL = sa.select(label_roll.c.lo).where(
    label_roll.c.prefix == sa.bindparam("under"), label_roll.c.lo <= _SERIAL,
    label_roll.c.hi >= _SERIAL,
)  # fmt: skip


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


def on_a_roll(connection: sa.Connection, code: str) -> bool:
    """Whether the label with this item code was printed beforehand."""
    found = connection.execute(_ROLL, {"under": code[:2], "serial": int(code[2:10])})
    return found.first() is not None


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
