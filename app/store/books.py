"""Entries in and out of the journal table. Nothing else reads or writes it."""

from collections.abc import Iterator, Sequence

import msgspec
import sqlalchemy as sa

from app.journal.appending import Head
from app.journal.entry import Entry
from app.store.tables.journal import journal, journal_head

_COLUMNS = [column.name for column in journal.columns]
BATCH = 1_000


def entry_of(row: sa.Row[tuple[object, ...]]) -> Entry:
    """A journal row as an entry."""
    return msgspec.convert(dict(row._mapping), Entry)  # noqa: SLF001 - SQLAlchemy's documented accessor


def write_entries(connection: sa.Connection, entries: Sequence[Entry]) -> None:
    """Add entries as they are; the UNIQUE columns refuse what is there already."""
    connection.execute(
        sa.insert(journal), [{name: getattr(entry, name) for name in _COLUMNS} for entry in entries]
    )


def entries(connection: sa.Connection, *, after: int = 0) -> Iterator[Entry]:
    """All entries of this store in order, read in batches so that memory stays flat."""
    query = sa.select(journal).where(journal.c.seq > after).order_by(journal.c.seq)
    for row in connection.execution_options(yield_per=BATCH).execute(query):
        yield entry_of(row)


def transaction_of(connection: sa.Connection, command_id: bytes) -> tuple[Entry, ...]:
    """The entries that ``command_id`` booked; empty when it has booked nothing."""
    txn = sa.select(journal.c.txn_id).where(journal.c.command_id == command_id).scalar_subquery()
    found = connection.execute(
        sa.select(journal).where(journal.c.txn_id == txn).order_by(journal.c.seq)
    )
    return tuple(entry_of(row) for row in found)


def entry_at(connection: sa.Connection, seq: int) -> Entry | None:
    """One entry of this terminal by its sequence."""
    row = connection.execute(sa.select(journal).where(journal.c.seq == seq)).one_or_none()
    return None if row is None else entry_of(row)


def head(connection: sa.Connection) -> tuple[Head, bytes] | None:
    """Where the journal stands and the writer's signature over it; None before entry 1."""
    row = connection.execute(sa.select(journal_head)).one_or_none()
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
    key = (journal_head.c.terminal == last.terminal) & (journal_head.c.epoch == last.epoch)
    moved = connection.execute(sa.update(journal_head).where(key).values(**values))
    if moved.rowcount == 0:
        connection.execute(
            sa.insert(journal_head).values(terminal=last.terminal, epoch=last.epoch, **values)
        )
