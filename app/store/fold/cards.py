"""Folding customer cards: asked for, revoked."""

import sqlalchemy as sa

from app.journal.entry import Entry
from app.journal.kinds.consents import CardIssued, CardsRevoked
from app.store.tables.cards import card, card_revoked
from app.store.tables.shipments import document


def card_of(entry: Entry) -> bytes:
    """What names the card that an entry issued, at every counter and at headquarters."""
    return entry.entry_id[8:]


def card_issued(connection: sa.Connection, entry: Entry, body: CardIssued) -> None:
    """A card, or a sheet of them, is asked for: of one customer the first is the original.

    At headquarters the first counter's paper stands; every counter begins to count at 0.
    """
    same = (
        document.c.kind == body.document,
        document.c.subject == body.number,
        document.c.copy == body.copy_number,
    )
    if connection.scalar(sa.select(document.c.seq).where(*same)) is None:
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
    connection.execute(
        sa.insert(card).values(
            card=card_of(entry),
            uid=body.uid,
            number=body.number,
            document=body.document,
            copy=body.copy_number,
            issued_ms=entry.wall_ms,
            seq=entry.seq,
        )
    )


def cards_revoked(connection: sa.Connection, entry: Entry, body: CardsRevoked) -> None:
    """Those that the entry names, and every other of the customer that is known here."""
    known = connection.scalars(sa.select(card.c.card).where(card.c.uid == body.uid))
    wanted = dict.fromkeys([*body.cards, *known])
    query = sa.select(card_revoked.c.card).where(card_revoked.c.card.in_(wanted))
    before = set(connection.scalars(query))
    for each in wanted:
        if each not in before:
            connection.execute(
                sa.insert(card_revoked).values(
                    card=each,
                    uid=body.uid,
                    at_ms=entry.wall_ms,
                    reason=body.reason,
                    seq=entry.seq,
                )
            )
