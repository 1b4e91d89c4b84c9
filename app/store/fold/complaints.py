"""Folding complaints: the case as it stands, and every step that was taken with it."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.complaints import (
    ComplaintClosed,
    ComplaintCompensated,
    ComplaintDecided,
    ComplaintErased,
    ComplaintInvestigated,
    ComplaintNoted,
    ComplaintReceived,
    ComplaintReopened,
    ComplaintStated,
    EvidenceAdded,
)
from app.store.fold.money import book_postings
from app.store.tables.complaints import (
    complaint,
    complaint_event,
    complaint_evidence,
    complaint_words,
)
from app.store.tables.journal import erasure
from app.store.tables.shipments import document

_Step = (
    ComplaintInvestigated
    | ComplaintDecided
    | ComplaintClosed
    | ComplaintReopened
    | ComplaintCompensated
)
_COPIED = (
    "number", "item", "customer_uid", "complaint_type", "type_label", "role", "accepted_on",
    "transit_days", "delivered_on", "received_on", "window_until", "timeliness", "due_on",
    "clerk_name",
)  # fmt: skip
_STATED = ("name", "phone", "address", "authority", "facts", "remedy")
_WORDS_ONLY = ("evidence", "noted")
"""Kinds of event that are nothing but words: they go when the person is erased."""


@dataclass(eq=False)
class CaseStoodElsewhere(ValueError):
    """A step was taken from a state in which the case does not stand (any more)."""

    number: str
    was: str


def complaint_received(connection: sa.Connection, entry: Entry, body: ComplaintReceived) -> None:
    """A new case, open from the first moment."""
    connection.execute(
        sa.insert(complaint).values(
            **{name: getattr(body, name) for name in _COPIED},
            item_known=int(body.accepted_on is not None),
            international=int(body.scope == "international"),
            received_ms=entry.wall_ms,
            state="received",
            changed_ms=entry.wall_ms,
            seq=entry.seq,
        )
    )
    connection.execute(
        sa.insert(document).values(
            kind="complaint",
            subject=body.number,
            copy=0,
            receipt=body.number,
            asked_ms=entry.wall_ms,
            clerk_name=body.clerk_name,
            seq=entry.seq,
        )
    )
    _remember(connection, entry, body.number, body.clerk_name, kind="received")


def complaint_stated(connection: sa.Connection, entry: Entry, body: ComplaintStated) -> None:
    """Who it is and what they said."""
    values = {name: getattr(body, name) for name in _STATED}
    connection.execute(
        sa.update(complaint).where(complaint.c.number == body.number).values(**values)
    )
    _words(connection, entry, body.number)


def evidence_added(connection: sa.Connection, entry: Entry, body: EvidenceAdded) -> None:
    """A file that belongs to the case."""
    connection.execute(
        sa.insert(complaint_evidence).values(
            evidence=body.evidence,
            complaint=body.number,
            name=body.name,
            media=body.media,
            size=body.size,
            sha256=body.sha256,
            at_ms=entry.wall_ms,
            seq=entry.seq,
        )
    )
    _words(connection, entry, body.number)
    _remember(connection, entry, body.number, body.clerk_name, kind="evidence", detail=body.name)


def complaint_investigated(
    connection: sa.Connection, entry: Entry, body: ComplaintInvestigated
) -> None:
    _step(connection, entry, body, "investigating", owner=body.owner, owner_name=body.owner_name)
    _remember(
        connection, entry, body.number, body.clerk_name, kind="investigate", detail=body.owner_name
    )


def complaint_decided(connection: sa.Connection, entry: Entry, body: ComplaintDecided) -> None:
    """The answer stops the clock. An earlier compensation is given up with its decision."""
    _step(
        connection,
        entry,
        body,
        "decided",
        outcome=body.outcome,
        floor_vnd=body.floor_vnd,
        compensation_vnd=body.compensation_vnd,
        paid_by="",
    )
    _remember(
        connection,
        entry,
        body.number,
        body.clerk_name,
        kind="decide",
        detail=body.outcome,
        amount_vnd=body.compensation_vnd,
    )


def complaint_closed(connection: sa.Connection, entry: Entry, body: ComplaintClosed) -> None:
    _step(connection, entry, body, "closed")
    _remember(connection, entry, body.number, body.clerk_name, kind="close")


def complaint_reopened(connection: sa.Connection, entry: Entry, body: ComplaintReopened) -> None:
    """A new term runs; the day of the first receipt stays with its event."""
    _step(connection, entry, body, "reopened", received_on=body.reopened_on, due_on=body.due_on)
    _remember(connection, entry, body.number, body.clerk_name, kind="reopen")


def complaint_compensated(
    connection: sa.Connection, entry: Entry, body: ComplaintCompensated
) -> None:
    """Paid: the case stays decided, its money is booked where a drawer gave it."""
    _step(connection, entry, body, "decided", paid_by=body.payer)
    _remember(
        connection,
        entry,
        body.number,
        body.clerk_name,
        kind="compensate",
        detail=body.payer,
        amount_vnd=body.amount_vnd,
    )
    book_postings(connection, entry, body.postings)


def complaint_noted(connection: sa.Connection, entry: Entry, body: ComplaintNoted) -> None:
    """Words beside the step before them, or an event of their own."""
    _words(connection, entry, body.number)
    if body.step:
        connection.execute(
            sa.update(complaint_event)
            .where(
                complaint_event.c.seq == entry.seq - 1,
                complaint_event.c.complaint == body.number,
            )
            .values(words=body.words)
        )
    else:
        _remember(connection, entry, body.number, body.clerk_name, kind="noted", words=body.words)


def complaint_erased(connection: sa.Connection, entry: Entry, body: ComplaintErased) -> None:
    """What was said of people goes; days, states and money stay."""
    of_case = complaint_event.c.complaint == body.number
    only_words = complaint_event.c.kind.in_(_WORDS_ONLY)
    connection.execute(sa.delete(complaint_event).where(of_case, only_words))
    connection.execute(sa.update(complaint_event).where(of_case).values(words=""))
    for table in (complaint_evidence, complaint_words):
        connection.execute(sa.delete(table).where(table.c.complaint == body.number))
    connection.execute(
        sa.update(complaint)
        .where(complaint.c.number == body.number)
        .values(**dict.fromkeys(_STATED, ""))
    )
    connection.execute(sa.insert(erasure), [{"seq": seq, "by_seq": entry.seq} for seq in body.seqs])


def _step(
    connection: sa.Connection, entry: Entry, body: _Step, state: str, **values: object
) -> None:
    """Move a case on from where the step says it stood. Raises CaseStoodElsewhere."""
    moved = connection.execute(
        sa.update(complaint)
        .where(complaint.c.number == body.number, complaint.c.state == body.was)
        .values(state=state, changed_ms=entry.wall_ms, **values)
    )
    if moved.rowcount != 1:
        raise CaseStoodElsewhere(number=body.number, was=body.was)


def _remember(
    connection: sa.Connection,
    entry: Entry,
    number: str,
    clerk_name: str,
    **values: Any,  # noqa: ANN401 - column values
) -> None:
    """The case's time line, with its state and due day as they stood after this."""
    stands = connection.execute(
        sa.select(complaint.c.state, complaint.c.due_on).where(complaint.c.number == number)
    ).one()
    connection.execute(
        sa.insert(complaint_event).values(
            seq=entry.seq,
            complaint=number,
            state=stands.state,
            due_on=stands.due_on,
            at_ms=entry.wall_ms,
            clerk=entry.clerk,
            clerk_name=clerk_name,
            **values,
        )
    )


def _words(connection: sa.Connection, entry: Entry, number: str) -> None:
    connection.execute(sa.insert(complaint_words).values(seq=entry.seq, complaint=number))
