"""Adding up a closed shift again: whether what a counter closed with is what it had sent."""

from dataclasses import dataclass

import msgspec
import sqlalchemy as sa

from app.domain.daily_report import PLACE_BITS
from app.journal.kinds.shifts import ShiftClosed
from app.store.drawer import account_sums
from app.store.origins import place_of
from app.store.tables.shifts import shift
from sync.headquarters.tables import entry, writer

NEWEST = 500
"""Shifts that are added up again for one answer: the others were when they were new."""

_decoder = msgspec.json.Decoder(ShiftClosed)


@dataclass(frozen=True, slots=True)
class ShiftDoubt:
    """``what``: accounts, kinds or head; the first of them that differs."""

    number: str
    what: str


def doubtful_shifts(connection: sa.Connection, most: int = NEWEST) -> tuple[ShiftDoubt, ...]:
    """Those of the newest closed shifts whose sums here are not those of their close."""
    query = (
        sa.select(shift.c.number, shift.c.closed_seq, shift.c.closed)
        .where(shift.c.closed_seq.is_not(None))
        .order_by(shift.c.closed_ms.desc())
        .limit(most)
    )
    found = []
    for row in connection.execute(query).all():
        what = _differs(connection, row.closed_seq >> PLACE_BITS, _decoder.decode(row.closed))
        if what:
            found.append(ShiftDoubt(row.number, what))
    return tuple(found)


def _differs(connection: sa.Connection, number: int, body: ShiftClosed) -> str:
    first, last = place_of(number, body.opened_seq), place_of(number, body.head_seq)
    if account_sums(connection, first, last) != {
        each.account: each.amount_vnd for each in body.accounts
    }:
        return "accounts"
    of_writer = _entries_of(number, body)
    kinds = sa.select(entry.c.kind, sa.func.count()).where(*of_writer).group_by(entry.c.kind)
    counted = {row[0]: row[1] for row in connection.execute(kinds)}
    if counted != {each.kind: each.entries for each in body.kinds}:
        return "kinds"
    head = sa.select(entry.c.hash).where(*of_writer, entry.c.seq == body.head_seq)
    return "" if connection.scalar(head) == body.head_hash else "head"


def _entries_of(number: int, body: ShiftClosed) -> tuple[sa.ColumnElement[bool], ...]:
    """The shift's entries in the journal of the writer with this number."""
    own = sa.select(writer.c.terminal, writer.c.epoch).where(writer.c.number == number).subquery()
    return (
        entry.c.terminal == sa.select(own.c.terminal).scalar_subquery(),
        entry.c.epoch == sa.select(own.c.epoch).scalar_subquery(),
        entry.c.seq.between(body.opened_seq, body.head_seq),
    )
