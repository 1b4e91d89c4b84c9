"""Entries in and out of the journal table. Nothing else reads or writes it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from app.journal.appending import Head
from app.journal.entry import Entry, entry_hash
from app.store.prepared import Prepared
from app.store.tables.journal import journal, journal_head

_COLUMNS = [str(column.name) for column in journal.columns]
BATCH = 1_000

_WRITE = Prepared(sa.insert(journal))
_OF_COMMAND = Prepared(sa.select(journal).where(journal.c.command_id == sa.bindparam("given")))
_HEAD = Prepared(sa.select(journal_head))
_MOVE_HEAD = Prepared(
    sa.update(journal_head)
    .where(
        journal_head.c.terminal == sa.bindparam("of_terminal"),
        journal_head.c.epoch == sa.bindparam("of_epoch"),
    )
    .values({name: sa.bindparam(name) for name in ("seq", "hash", "hlc", "wall_ms", "signature")})
)
_AT = Prepared(
    sa.select(journal).where(  # a join with the head would walk through the whole journal
        journal.c.terminal == sa.select(journal_head.c.terminal).scalar_subquery(),
        journal.c.epoch == sa.select(journal_head.c.epoch).scalar_subquery(),
        journal.c.seq == sa.bindparam("wanted"),
    )
)
_AFTER = (
    sa.select(journal)
    .where(journal.c.seq > sa.bindparam("after"))
    .order_by(journal.c.terminal, journal.c.epoch, journal.c.seq)  # the key's: nothing to sort
)
TAIL = 1_000


def entry_of(row: sa.Row[Any]) -> Entry:
    """A journal row as an entry; the table is STRICT, so the types hold."""
    return Entry(**dict(zip(_COLUMNS, row, strict=True)))


def write_entries(connection: sa.Connection, entries: Sequence[Entry]) -> None:
    """Add entries as they are; the UNIQUE columns refuse what is there already."""
    _WRITE.run_each(
        connection, [{name: getattr(entry, name) for name in _COLUMNS} for entry in entries]
    )


def entries(connection: sa.Connection, *, after: int = 0) -> Iterator[Entry]:
    """All entries of this store in order, read in batches so that memory stays flat."""
    rows = connection.execution_options(yield_per=BATCH).execute(_AFTER, {"after": after})
    for row in rows:
        yield entry_of(row)


def transaction_of(connection: sa.Connection, command_id: bytes) -> tuple[Entry, ...]:
    """The entries that ``command_id`` booked; empty when it has booked nothing."""
    first = _OF_COMMAND.first(connection, {"given": command_id})
    if first is None:
        return ()
    booked = [entry_of(first)]
    following = (
        sa.select(journal)
        .where(
            journal.c.terminal == booked[0].terminal,
            journal.c.epoch == booked[0].epoch,
            journal.c.seq > booked[0].seq,
        )
        .order_by(journal.c.seq)
    )
    with connection.execute(following) as rows:  # read only as far as the transaction goes
        while not booked[-1].txn_last and (row := rows.fetchone()) is not None:
            booked.append(entry_of(row))
    return tuple(booked)


def entry_at(connection: sa.Connection, seq: int) -> Entry | None:
    """One entry of this terminal by its sequence."""
    row = _AT.first(connection, {"wanted": seq})
    return None if row is None else entry_of(row)


def head(connection: sa.Connection) -> tuple[Head, bytes] | None:
    """Where the journal stands and the writer's signature over it; None before entry 1."""
    row = _HEAD.first(connection)
    if row is None:
        return None
    stands = Head(row.terminal, row.epoch, row.seq, row.hash, row.hlc, row.wall_ms)
    return stands, row.signature


def move_head(connection: sa.Connection, last: Entry, signature: bytes) -> None:
    """Let the head stand at ``last``."""
    values = {
        "seq": last.seq,
        "hash": last.hash,
        "hlc": last.hlc,
        "wall_ms": last.wall_ms,
        "signature": signature,
    }
    place = {"of_terminal": last.terminal, "of_epoch": last.epoch}
    if _MOVE_HEAD.run(connection, place | values) == 0:
        connection.execute(
            sa.insert(journal_head).values(terminal=last.terminal, epoch=last.epoch, **values)
        )


def tail_is_whole(connection: sa.Connection) -> bool:
    """Whether the newest TAIL entries still carry their hashes, each naming the one before.

    Costs a few milliseconds, so that it can be asked at every start; ``verify`` asks it of all.
    """
    order = (journal.c.terminal.desc(), journal.c.epoch.desc(), journal.c.seq.desc())
    newest = sa.select(journal).order_by(*order).limit(TAIL).subquery()
    rows = connection.execute(sa.select(newest).order_by(newest.c.epoch, newest.c.seq))
    found = [entry_of(row) for row in rows]
    return all(entry_hash(entry) == entry.hash for entry in found) and all(
        later.prev == earlier.hash
        for earlier, later in pairwise(found)
        if earlier.epoch == later.epoch
    )
