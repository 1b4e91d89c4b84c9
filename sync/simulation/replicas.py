"""Rows at headquarters held against the same rows at a counter, as I5 looks at them."""

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.bundles import Bundle, as_named_here, bundles_of
from app.store.bundles_heard import ENTITY
from app.store.cases import Case, cases_of, without_words
from app.store.cases import as_named_here as case_named
from app.store.cases_heard import ENTITY as CASES
from app.store.conflicts_heard import ENTITY as CONFLICTS
from app.store.conflicts_heard import ConflictRow
from app.store.tables.conflicts import conflict_heard
from app.store.tables.station import terminal
from sync.headquarters.tables import feed, writer

_AT_ONCE = 500


def differing_beside(
    hq: sa.Connection, here: sa.Connection, scope: str
) -> list[tuple[Bundle, Bundle]]:
    """What was told of the scope and does not stand so at the counter."""
    told = sa.select(feed.c.uid).where(feed.c.scope == scope, feed.c.entity == ENTITY)
    uids = list(hq.scalars(told.order_by(feed.c.uid)))
    own = own_writer(hq, here)
    found: list[tuple[Bundle, Bundle]] = []
    for start in range(0, len(uids), _AT_ONCE):
        group = uids[start : start + _AT_ONCE]
        theirs = (as_named_here(each, own) for each in bundles_of(hq, group))
        pairs = zip(theirs, bundles_of(here, group), strict=True)
        found += [(mine, other) for mine, other in pairs if mine != other]
    return found


def differing_cases(
    hq: sa.Connection, here: sa.Connection, scope: str
) -> list[tuple[Case, Case | None]]:
    """The same of complaints; their words are compared where the office was told them."""
    told = sa.select(feed.c.uid).where(feed.c.scope == scope, feed.c.entity == CASES)
    numbers = [key.decode() for key in hq.scalars(told.order_by(feed.c.uid))]
    own = own_writer(hq, here)
    with_words = scope.startswith("B:")
    ours = {each.number: _compared(each, words=with_words) for each in cases_of(here, numbers)}
    theirs = (_compared(case_named(each, own), words=with_words) for each in cases_of(hq, numbers))
    pairs = ((each, ours.get(each.number)) for each in theirs)
    return [(mine, other) for mine, other in pairs if mine != other]


def differing_conflicts(
    hq: sa.Connection, here: sa.Connection, scope: str
) -> list[tuple[ConflictRow, bytes | None]]:
    """Conflicts of the scope whose values stand otherwise, or not at all, at the counter."""
    told = sa.select(feed.c.body).where(feed.c.scope == scope, feed.c.entity == CONFLICTS)
    rows = [msgspec.msgpack.decode(body, type=ConflictRow) for body in hq.scalars(told)]
    found = here.execute(
        sa.select(conflict_heard.c.edit, conflict_heard.c.field, conflict_heard.c.document)
    )
    ours = {(row.edit, row.field): row.document for row in found}
    pairs = ((each, ours.get((each.edit, each.field))) for each in rows)
    return [
        (each, document)
        for each, document in pairs
        if document != (None if each.erased else msgspec.msgpack.encode(each))
    ]


def _compared(case: Case, *, words: bool) -> Case:
    """Whether words were erased is known to who has said some; and evidence stays where it is."""
    return replace(case if words else without_words(case), erased=0)


def own_writer(hq: sa.Connection, here: sa.Connection) -> int:
    """The counter's number at headquarters."""
    mine = here.execute(sa.select(terminal.c.terminal, terminal.c.epoch)).one()
    query = sa.select(writer.c.number).where(
        writer.c.terminal == mine.terminal, writer.c.epoch == mine.epoch
    )
    return hq.scalar(query) or 0
