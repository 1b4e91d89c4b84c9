"""Sheets of paper that were not filled in: counted from the books, stored nowhere."""

from collections import Counter

import sqlalchemy as sa

from app.domain.reference.book import ReferenceBook
from app.domain.reference.forms import FormsSaved, forms_in_force
from app.journal.appending import read_body
from app.journal.kinds.body import Body
from app.journal.kinds.shipments import ShipmentAccepted
from app.store.books import entry_of
from app.store.station import here
from app.store.tables.journal import journal

_BY_NAME = {
    "payment.received": "receipt",
    "complaint.received": "complaint",
    "shift.closed": "shift",
}


def uses_of(body: Body) -> tuple[str, ...]:
    """What forms one entry would have needed before; a report over many entries counts these."""
    if isinstance(body, ShipmentAccepted):
        extras = (("cod", body.cod_vnd > 0), ("advice", "advice" in body.value_added))
        return (body.service, *(use for use, needed in extras if needed))
    if body.NAME == "service.recorded":
        return ("press" if str(getattr(body, "service", "")).startswith("press") else "finance",)
    use = _BY_NAME.get(body.NAME)
    return () if use is None else (use,)


def forms_saved(
    connection: sa.Connection, book: ReferenceBook, first_seq: int, last_seq: int
) -> FormsSaved:
    """Sheets saved from entry ``first_seq`` to ``last_seq``, both included: a shift."""
    return _of_entries(connection, book, journal.c.seq.between(first_seq, last_seq))


def forms_saved_between(
    connection: sa.Connection, book: ReferenceBook, from_ms: int, to_ms: int
) -> FormsSaved:
    """Sheets saved by entries of ``from_ms`` up to, not including, ``to_ms``: a day."""
    within = (journal.c.wall_ms >= from_ms) & (journal.c.wall_ms < to_ms)
    return _of_entries(connection, book, within)


def _of_entries(
    connection: sa.Connection, book: ReferenceBook, which: sa.ColumnElement[bool]
) -> FormsSaved:
    station = here(connection)
    query = sa.select(journal).where(
        journal.c.terminal == station.terminal,
        journal.c.epoch == station.epoch,
        journal.c.body.is_not(None),
        which,
    )
    uses: Counter[str] = Counter()
    for row in connection.execute(query):
        body = read_body(entry_of(row))
        if body is not None:
            uses.update(uses_of(body))
    return forms_in_force(book.files("forms")).saved(uses)
