"""Headquarters' entries and what became of them, as the invariants look at them."""

from collections.abc import Iterator

import sqlalchemy as sa

from app.journal.entry import Entry
from app.store.origins import place_of
from sync.headquarters.tables import effect, entry, writer

_ENTRY = [entry.c[name] for name in Entry.__struct_fields__]


def with_writers() -> sa.Select[tuple[int, int, bytes]]:
    same = (writer.c.terminal == entry.c.terminal) & (writer.c.epoch == entry.c.epoch)
    return sa.select(writer.c.number, entry.c.seq, entry.c.txn_id).join_from(entry, writer, same)


def entries_of(hq: sa.Connection, terminal: int, epoch: int) -> Iterator[Entry]:
    query = sa.select(*_ENTRY).where(entry.c.terminal == terminal, entry.c.epoch == epoch)
    for row in hq.execute(query.order_by(entry.c.seq)):
        yield Entry(**row._asdict())


def fates(hq: sa.Connection) -> dict[int, str]:
    return {row.place: row.status for row in hq.execute(sa.select(effect.c.place, effect.c.status))}


def applied(hq: sa.Connection) -> Iterator[Entry]:
    """Every entry that had its effect, each writer's in order."""
    fate_of = fates(hq)
    for stands in hq.execute(sa.select(writer).order_by(writer.c.number)).all():
        for each in entries_of(hq, stands.terminal, stands.epoch):
            if fate_of.get(place_of(stands.number, each.seq)) == "applied":
                yield each
