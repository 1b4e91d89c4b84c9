"""What to look at before a shift closes: nothing of it keeps anyone from closing."""

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.shift_summary import ClosingNotes
from app.queries.complaints import complaint_day
from app.store.outbox import outbox
from app.store.tables.money import AWAITED, payment_part
from app.store.tables.prints import UNFINISHED, print_job


def closing_notes(connection: sa.Connection, at_ms: int) -> ClosingNotes:
    """As things stand at ``at_ms``."""
    box = outbox(connection)
    day = complaint_day(connection, local_day(utc(at_ms)))
    incoming = AWAITED & (payment_part.c.open_vnd > 0)
    return ClosingNotes(
        awaited=_count(connection, payment_part, incoming),
        unsent=box.pending if box else 0,
        due=len(day.due) + len(day.overdue),
        papers=_count(connection, print_job, UNFINISHED & (print_job.c.state != "lost")),
    )


def _count(connection: sa.Connection, table: sa.Table, which: sa.ColumnElement[bool]) -> int:
    found = sa.select(sa.func.count()).select_from(table).where(which)
    return connection.execute(found).scalar_one()
