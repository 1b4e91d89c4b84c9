"""Merges that a headquarters folded before they were facts of their own: read again, once."""

import sqlalchemy as sa

from app.journal.appending import read_body
from app.journal.entry import Entry
from app.journal.kinds.holders import AnyUnmerge, CustomersMerged
from app.store.fold import fold_body
from app.store.origins import place_of
from app.store.tables.merges import merge_fact
from sync.headquarters.tables import effect, entry, writer

_KINDS = (CustomersMerged.NUMBER, AnyUnmerge.NUMBER)


def refold_merges(connection: sa.Connection) -> set[bytes]:
    """Everyone whom a merge names; folds the sealed merges if none of them is a fact yet."""
    pairs = sa.select(merge_fact.c.winner, merge_fact.c.loser)
    found = connection.execute(pairs).all()
    if not found:
        for each in _sealed(connection):
            body = read_body(each)
            if body is not None:
                fold_body(connection, each, body)
        found = connection.execute(pairs).all()
    return {uid for pair in found for uid in pair}


def _sealed(connection: sa.Connection) -> list[Entry]:
    """What was applied, each writer's in order, named by its place."""
    query = (
        sa.select(writer.c.number, *(entry.c[name] for name in Entry.__struct_fields__))
        .join(writer, sa.and_(*(writer.c[name] == entry.c[name] for name in ("terminal", "epoch"))))
        .where(entry.c.kind.in_(_KINDS))
        .order_by(writer.c.number, entry.c.seq)
    )
    placed = []
    for row in connection.execute(query):
        known = {name: getattr(row, name) for name in Entry.__struct_fields__}
        placed.append(Entry(**known | {"seq": place_of(row.number, row.seq)}))
    applied = _applied(connection, [each.seq for each in placed])
    return [each for each in placed if each.seq in applied]


def _applied(connection: sa.Connection, places: list[int]) -> set[int]:
    query = sa.select(effect.c.place).where(
        effect.c.place.in_(places), effect.c.status == "applied"
    )
    return set(connection.scalars(query)) if places else set()
