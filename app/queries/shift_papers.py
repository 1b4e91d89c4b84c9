"""What stands on the Z of a shift: what was frozen when it closed, however it was corrected."""

from dataclasses import replace

import sqlalchemy as sa

from app.clock import utc
from app.domain.documents import ShiftContent
from app.queries.drawer import shift_summary
from app.queries.receipts import issuer_of
from app.store.drawer import ShiftUnknown
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
