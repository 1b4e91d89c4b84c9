"""Who looked at whom, in the encrypted store: this computer's own log, beside the books."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import sqlalchemy as sa

from app.store.tables.relations import customer_view

PAGE, REVEAL = "page", "reveal"


@dataclass(frozen=True, slots=True)
class View:
    """``clerk`` is a code, ``number`` a customer's; ``fields`` are those revealed, if any."""

    at_ms: int
    clerk: str
    number: str
    what: str = PAGE
    fields: str = ""
    reason: str = ""


def write_views(connection: sa.Connection, views: Iterable[View]) -> None:
    """Append; nothing of this log is ever changed."""
    rows = [asdict(view) for view in views]
    if rows:
        connection.execute(sa.insert(customer_view), rows)


def write_missing(connection: sa.Connection, views: Iterable[View]) -> None:
    """Append those that are not there yet: a file that is read twice gives each line once."""
    for view in views:
        values = asdict(view)
        known = sa.select(customer_view.c.id).filter_by(**values)
        if connection.scalar(known) is None:
            connection.execute(sa.insert(customer_view).values(**values))


def views_of(
    connection: sa.Connection,
    *,
    numbers: Sequence[str] = (),
    clerk: str = "",
    between: tuple[int, int] | None = None,
    limit: int,
) -> tuple[View, ...]:
    """Newest first: of these customers, of this clerk, from one moment to before another."""
    table = customer_view.c
    query = sa.select(
        table.at_ms, table.clerk, table.number, table.what, table.fields, table.reason
    )
    if numbers:
        query = query.where(table.number.in_(numbers))
    if clerk:
        query = query.where(table.clerk == clerk)
    if between is not None:
        query = query.where(table.at_ms >= between[0], table.at_ms < between[1])
    rows = connection.execute(query.order_by(table.at_ms.desc(), table.id.desc()).limit(limit))
    return tuple(View(*row) for row in rows)
