"""Folding copies asked for."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.consents import CardIssued
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


def card_issued(connection: sa.Connection, entry: Entry, body: CardIssued) -> None:
    """A card, or a sheet of them, is asked for: of one customer the first is the original."""
    connection.execute(
        sa.insert(document).values(
            kind=body.document,
            subject=body.number,
            copy=body.copy_number,
            receipt=body.number,
            asked_ms=entry.wall_ms,
            clerk_name=body.clerk_name,
            seq=entry.seq,
        )
    )
