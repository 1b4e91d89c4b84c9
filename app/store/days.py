"""The entries of one day, read from one writer's journal: here, or as headquarters holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.body import Body
from app.store.books import head
from app.store.station import here
from app.store.tables.journal import journal

BATCH = 1_000
_FIELDS = Entry.__struct_fields__
NO_END = 2**62


@dataclass(frozen=True, slots=True)
class Ledger:
    """One writer's entries in ``table``. ``number`` is the upper part of their places.

    ``held`` are sequences without effect. ``complete_ms``: of entries before this moment none is
    still on its way.
    """

    connection: sa.Connection
    table: sa.Table
    terminal: int
    epoch: int
    office: str
    counter: str
    number: int = 0
    held: frozenset[int] = frozenset()
    complete_ms: int = NO_END


@dataclass(frozen=True, slots=True)
class Span:
    """From ``start_ms`` up to ``end_ms``, and no entry after ``upto``."""

    start_ms: int
    end_ms: int
    upto: int = NO_END


@dataclass(frozen=True, slots=True)
class Extent:
    """Sequences of the first and last entry of a span; (0, 0) when it has none."""

    first: int
    last: int
    count: int


def own_ledger(connection: sa.Connection) -> Ledger:
    """The journal of this counter."""
    station, found = here(connection), head(connection)
    assert found is not None, "an enrolled terminal has its first entry"
    stands = found[0]
    return Ledger(
        connection, journal, stands.terminal, stands.epoch, station.office, station.counter
    )


def extent(ledger: Ledger, span: Span) -> Extent:
    """Where the day lies in the journal: asked of an index, however long the journal is."""
    table = ledger.table
    query = sa.select(sa.func.min(table.c.seq), sa.func.max(table.c.seq), sa.func.count())
    row = ledger.connection.execute(
        query.where(
            *_of(ledger),
            table.c.wall_ms >= span.start_ms,
            table.c.wall_ms < span.end_ms,
            table.c.seq <= span.upto,
        )
    ).one()
    return Extent(row[0] or 0, row[1] or 0, row[2])


def walk(ledger: Ledger, span: Span, found: Extent) -> Iterator[Entry]:
    """The entries of the span in order, in batches so that memory stays flat."""
    table = ledger.table
    query = (
        sa.select(*(table.c[name] for name in _FIELDS))
        .where(*_of(ledger), table.c.seq.between(found.first, found.last))
        .order_by(table.c.terminal, table.c.epoch, table.c.seq)
    )
    for row in ledger.connection.execution_options(yield_per=BATCH).execute(query):
        entry = _entry(row)
        if span.start_ms <= entry.wall_ms < span.end_ms:
            yield entry


def seqs_after(ledger: Ledger, span: Span, after: int) -> tuple[int, ...]:
    """Sequences of the span's entries beyond ``after``, in order."""
    table, found = ledger.table, extent(ledger, span)
    query = sa.select(table.c.seq).where(
        *_of(ledger),
        # Between its ends, or the database would walk all the way from ``after``.
        table.c.seq.between(max(found.first, after + 1), found.last),
        table.c.wall_ms >= span.start_ms,
        table.c.wall_ms < span.end_ms,
    )
    return tuple(ledger.connection.scalars(query.order_by(table.c.seq)))


def newest_before(ledger: Ledger, span: Span) -> Entry | None:
    """The last entry before the span ends, by the clock: where an empty day stands."""
    table = ledger.table
    query = (
        sa.select(table.c.seq)
        .where(*_of(ledger), table.c.wall_ms < span.end_ms, table.c.seq <= span.upto)
        .order_by(table.c.wall_ms.desc(), table.c.seq.desc())
        .limit(1)
    )
    seq = ledger.connection.scalar(query)
    return None if seq is None else entry_at(ledger, seq)


def entry_at(ledger: Ledger, seq: int) -> Entry | None:
    """One entry by its sequence."""
    return next(iter(entries_at(ledger, (seq,))), None)


def entries_at(ledger: Ledger, seqs: Sequence[int]) -> list[Entry]:
    """The entries with these sequences, in order."""
    table = ledger.table
    query = sa.select(*(table.c[name] for name in _FIELDS)).where(
        *_of(ledger), table.c.seq.in_(seqs)
    )
    return [_entry(row) for row in ledger.connection.execute(query.order_by(table.c.seq))]


def readable(entry: Entry) -> Body | None:
    """The body, or None: the report says that there is one that it could not read."""
    try:
        return read_body(entry)
    except msgspec.DecodeError:
        return None


def _of(ledger: Ledger) -> tuple[sa.ColumnElement[bool], ...]:
    table = ledger.table
    return table.c.terminal == ledger.terminal, table.c.epoch == ledger.epoch


def _entry(row: sa.Row[Any]) -> Entry:
    return Entry(**dict(zip(_FIELDS, row, strict=True)))
