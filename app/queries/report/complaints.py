"""Complaints: what happened to them on the day, and what is due when it ends."""

from collections.abc import Iterator
from datetime import date

import sqlalchemy as sa

from app.domain.complaint_clock import Timeliness
from app.domain.complaints import OPEN, UNANSWERED
from app.domain.daily_report import PLACE_BITS, Section, Unit, words
from app.journal.kinds.body import Body
from app.journal.kinds.complaints import (
    ComplaintClosed,
    ComplaintCompensated,
    ComplaintDecided,
    ComplaintReceived,
    ComplaintReopened,
)
from app.queries.report.facts import Fact
from app.queries.report.grid import Grid
from app.store.days import Ledger
from app.store.tables.complaints import complaint, complaint_event

_STEPS: tuple[tuple[type[Body], str], ...] = (
    (ComplaintReceived, "received"),
    (ComplaintDecided, "decided"),
    (ComplaintCompensated, "compensated"),
    (ComplaintClosed, "closed"),
    (ComplaintReopened, "reopened"),
)
_ORDER = ("received", "late", "decided", "compensated", "closed", "reopened")
_STANDING = ("open", "due_today", "overdue")


class Complaints:
    """Steps are the day's entries; what is open or due is read from the cases' events."""

    def __init__(self) -> None:
        self.grid = Grid("complaints", {"cases": Unit.COUNT, "amount_vnd": Unit.VND})

    def take(self, fact: Fact) -> None:
        row = next((row for kind, row in _STEPS if isinstance(fact.body, kind)), "")
        if not row:
            return
        self.grid.put(row, "cases", fact.place)
        if isinstance(fact.body, ComplaintReceived) and fact.body.timeliness == Timeliness.LATE:
            self.grid.put("late", "cases", fact.place)
        if isinstance(fact.body, ComplaintCompensated):
            self.grid.put(row, "amount_vnd", fact.place, fact.body.amount_vnd)

    def end(self, ledger: Ledger, last_seq: int, day: date) -> None:
        """Cases as they stood when entry ``last_seq`` had been written."""
        first = ledger.number << PLACE_BITS
        today = day.isoformat()
        for place, state, due_on in _standing(ledger.connection, first, first | last_seq):
            if state in OPEN:
                self.grid.put("open", "cases", place)
            if state in UNANSWERED and due_on <= today:
                self.grid.put("due_today" if due_on == today else "overdue", "cases", place)

    def sections(self) -> Iterator[Section]:
        order = (*_ORDER, *_STANDING) if self.grid.rows() else ()
        yield self.grid.section(
            lambda code: words(f"report.complaint.{code}"),
            order,
            totals=False,
            warns=lambda row: row in ("late", "overdue") and self.grid.amount(row, "cases") > 0,
        )


def _standing(connection: sa.Connection, first: int, last: int) -> Iterator[tuple[int, str, str]]:
    """(entry that received it, state, due day) of every case, by its last step up to ``last``.

    Words may be erased later; steps never are, so that the answer stays the same.
    """
    steps = complaint_event.c.kind.not_in(("evidence", "noted"))
    newest = (
        sa.select(complaint_event.c.complaint, sa.func.max(complaint_event.c.seq).label("seq"))
        .where(steps, complaint_event.c.seq.between(first, last))
        .group_by(complaint_event.c.complaint)
        .subquery()
    )
    rows = connection.execute(
        sa.select(complaint.c.seq, complaint_event.c.state, complaint_event.c.due_on)
        .join(newest, newest.c.seq == complaint_event.c.seq)
        .join(complaint, complaint.c.number == complaint_event.c.complaint)
        .order_by(complaint.c.seq)
    )
    for row in rows:
        yield row[0], row[1], row[2]
