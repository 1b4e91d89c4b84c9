"""Taking merges as headquarters sends them, its own and those of other counters, in any order."""

from collections.abc import Iterable
from typing import Annotated

import msgspec
import sqlalchemy as sa

from app.store.fold.words import settle
from app.store.tables.merges import merge_fact, merge_undone

Id = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]


class UndoingRow(msgspec.Struct, frozen=True, array_like=True):
    """A merge was a mistake; ``undoing`` is who said so."""

    undoing: Id
    hlc: int
    at_ms: int
    reason: str
    clerk_name: str
    approver: str


class MergeRow(msgspec.Struct, frozen=True, array_like=True):
    """One merge, and everything by which it was undone."""

    merge: Id
    hlc: int
    winner: Id
    loser: Id
    taken: str
    at_ms: int
    reason: str
    clerk_name: str
    approver: str
    undone: tuple[UndoingRow, ...] = ()


def take_merges(connection: sa.Connection, rows: Iterable[MergeRow]) -> None:
    """Keep what is new among ``rows``; all whom they concern show what it comes to."""
    concerned: set[bytes] = set()
    for row in rows:
        if row.winner == row.loser:
            continue
        if _add_merge(connection, row) | _add_undoings(connection, row):
            concerned |= {row.winner, row.loser}
    if concerned:
        settle(connection, concerned)


def _add_merge(connection: sa.Connection, row: MergeRow) -> bool:
    known = sa.select(merge_fact.c.merge).where(merge_fact.c.merge == row.merge)
    if connection.scalar(known) is not None:
        return False
    values = msgspec.structs.asdict(row)
    del values["undone"]
    connection.execute(sa.insert(merge_fact).values(**values, terminal=0, epoch=0, seq=0))
    return True


def _add_undoings(connection: sa.Connection, row: MergeRow) -> bool:
    known = set(
        connection.scalars(
            sa.select(merge_undone.c.undoing).where(merge_undone.c.merge == row.merge)
        )
    )
    new = [
        {**msgspec.structs.asdict(each), "merge": row.merge, "seq": 0}
        for each in row.undone
        if each.undoing not in known
    ]
    if new:
        connection.execute(sa.insert(merge_undone), new)
    return bool(new)
