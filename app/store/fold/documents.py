"""Folding copies asked for."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.documents import DocumentCopied
from app.store.tables.shipments import document


def document_copied(connection: sa.Connection, entry: Entry, body: DocumentCopied) -> None:
    """The copy with its number stands beside the original."""
    connection.execute(
        sa.insert(document).values(
            kind=body.document,
            subject=body.subject,
            copy=body.copy_number,
            receipt=body.receipt,
            asked_ms=entry.wall_ms,
            clerk_name=body.clerk_name,
            seq=entry.seq,
        )
    )
