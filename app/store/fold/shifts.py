"""Folding shifts. A second open shift of one drawer, or a second close, contradicts the books."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.shifts import (
    CashMoved,
    ShiftClosed,
    ShiftCorrected,
    ShiftCounted,
    ShiftOpened,
)
from app.store.fold.money import book_postings
from app.store.tables.shifts import IS_OPEN, cash_count, cash_movement, shift, shift_correction
from app.store.tables.shipments import document


def shift_opened(connection: sa.Connection, entry: Entry, body: ShiftOpened) -> None:
    """The drawer has a shift again."""
    connection.execute(
        sa.insert(shift).values(
            number=body.shift,
            drawer=drawer_of(body.shift),
            serial=body.serial,
            opening=body.opening,
            opened_seq=entry.seq,
            opened_ms=entry.wall_ms,
            clerk=body.clerk_id,
            clerk_name=body.clerk_name,
            float_vnd=body.float_vnd,
            opened=entry.body,
        )
    )
    book_postings(connection, entry, body.postings)


def cash_moved(connection: sa.Connection, entry: Entry, body: CashMoved) -> None:
    """Into the drawer, out of it, or only opened."""
    connection.execute(
        sa.insert(cash_movement).values(
            seq=entry.seq,
            shift=body.shift,
            moved_ms=entry.wall_ms,
            movement=body.movement,
            purpose=body.purpose,
            amount_vnd=body.amount_vnd,
            reason=body.reason,
            clerk_name=body.clerk_name,
        )
    )
    book_postings(connection, entry, body.postings)


def shift_counted(connection: sa.Connection, entry: Entry, body: ShiftCounted) -> None:
    """One more count of this shift."""
    connection.execute(
        sa.insert(cash_count).values(
            seq=entry.seq,
            shift=body.shift,
            ordinal=body.ordinal,
            counted_ms=entry.wall_ms,
            counted_vnd=body.counted_vnd,
            expected_vnd=body.expected_vnd,
            difference_vnd=body.difference_vnd,
            clerk_name=body.clerk_name,
            detail=entry.body,
        )
    )


def shift_closed(connection: sa.Connection, entry: Entry, body: ShiftClosed) -> None:
    """The shift is over and its Z is owed on paper. Raises ValueError when it was not open."""
    closed = connection.execute(
        sa.update(shift)
        .where(shift.c.number == body.shift, IS_OPEN)
        .values(
            closed_seq=entry.seq,
            closed_ms=entry.wall_ms,
            closed_by=body.clerk_name,
            closed_hash=entry.hash,
            expected_vnd=body.expected_vnd,
            counted_vnd=body.counted_vnd,
            difference_vnd=body.difference_vnd,
            agreed_by=body.agreed_by_name,
            left_vnd=body.left_vnd,
            closed=entry.body,
        )
    )
    if closed.rowcount != 1:
        raise ValueError("the shift is not open")
    book_postings(connection, entry, body.postings)
    connection.execute(
        sa.insert(document).values(
            kind="shift",
            subject=body.shift,
            copy=0,
            receipt=body.shift,
            asked_ms=entry.wall_ms,
            clerk_name=body.clerk_name,
            seq=entry.seq,
        )
    )


def shift_corrected(connection: sa.Connection, entry: Entry, body: ShiftCorrected) -> None:
    """The count as two people agreed on it. Raises ValueError when the shift is not closed."""
    connection.execute(
        sa.insert(shift_correction).values(
            seq=entry.seq,
            shift=body.shift,
            position=body.position,
            corrected_ms=entry.wall_ms,
            counted_was_vnd=body.counted_was_vnd,
            counted_vnd=body.counted_vnd,
            difference_vnd=body.difference_vnd,
            reason=body.reason,
            clerk_name=body.clerk_name,
            approved_by=body.approved_by_name,
        )
    )
    corrected = connection.execute(
        sa.update(shift)
        .where(shift.c.number == body.shift, shift.c.closed_seq.is_not(None))
        .values(
            counted_vnd=body.counted_vnd,
            difference_vnd=body.difference_vnd,
            agreed_by=body.approved_by_name,
        )
    )
    if corrected.rowcount != 1:
        raise ValueError("the shift is not closed")
    book_postings(connection, entry, body.postings)


def drawer_of(number: str) -> str:
    """``100950-2`` of ``100950-2-C00001``; the epoch stays with it: ``100950-2-E2``."""
    return number.rpartition("-")[0]
