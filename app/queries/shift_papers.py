"""What stands on the papers of a shift: the Z as frozen when it closed, X, slips of corrections."""

from dataclasses import replace

import sqlalchemy as sa

from app.clock import utc
from app.domain.documents import ShiftContent, ShiftCorrectionContent
from app.domain.shift_summary import ShiftSummary
from app.queries.drawer import shift_summary
from app.queries.receipts import asked_for, issuer_of
from app.store.books import entries
from app.store.clock_notes import note_of_flags
from app.store.drawer import ShiftUnknown, shift_by_number
from app.store.prints import Paper
from app.store.station import here
from app.store.tables.shifts import shift_correction
from app.store.tables.shipments import document


def shift_content(connection: sa.Connection, number: str, copy: int = 0) -> ShiftContent:
    """The Z, or its n-th copy with who asked for it and when. Raises ShiftUnknown."""
    asked = connection.execute(
        sa.select(document.c.asked_ms, document.c.clerk_name).where(
            document.c.kind == "shift", document.c.subject == number, document.c.copy == copy
        )
    ).one_or_none()
    summary = shift_summary(connection, number)
    if asked is None or summary is None or summary.closing is None:
        raise ShiftUnknown(shift=number[:40])
    at_ms = round(summary.closing.at.timestamp() * 1000)
    return ShiftContent(
        issuer=issuer_of(connection, summary.office, at_ms),
        summary=replace(summary, corrections=()),
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )


def x_content(connection: sa.Connection, summary: ShiftSummary, at_ms: int) -> ShiftContent:
    """The X of an open shift: what is on the screen, with what the reader may see of it."""
    return ShiftContent(
        issuer=issuer_of(connection, summary.office, at_ms), summary=summary, read_at=utc(at_ms)
    )


def shift_correction_content(
    connection: sa.Connection, number: str, copy: int = 0
) -> ShiftCorrectionContent:
    """The slip ``100950-2-C00001-K1``, or its n-th copy. Raises ReceiptUnknown, ShiftUnknown."""
    asked = asked_for(connection, Paper("shift_correction", number, copy))
    shift_number, _, position = number.rpartition("-K")
    stored = shift_by_number(connection, shift_number)
    corrected = sa.select(shift_correction).where(
        shift_correction.c.shift == shift_number, shift_correction.c.position == int(position)
    )
    row = connection.execute(corrected).one()
    assert stored.closed_ms is not None, "only a closed shift is corrected"
    station = here(connection)
    return ShiftCorrectionContent(
        issuer=issuer_of(connection, station.office, row.corrected_ms),
        number=number,
        shift=shift_number,
        z_number=stored.closing_entry.z_number,
        closed_at=utc(stored.closed_ms),
        at=utc(row.corrected_ms),
        clock_note=note_of_flags(next(iter(entries(connection, after=row.seq - 1))).flags),
        counted_was_vnd=row.counted_was_vnd,
        counted_vnd=row.counted_vnd,
        difference_vnd=row.difference_vnd,
        reason=row.reason,
        clerk_name=row.clerk_name,
        counter=station.counter,
        approver_name=row.approved_by,
        copy=copy,
        copied_at=utc(asked.asked_ms) if copy else None,
        copied_by=asked.clerk_name if copy else "",
    )
