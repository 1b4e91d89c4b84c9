"""What stands on a customer card."""

from typing import Literal

import sqlalchemy as sa

from app.clock import local, utc
from app.domain.documents import CardContent
from app.queries.receipts import issuer_of
from app.store.customers import CustomerUnknown, own_record
from app.store.station import here
from app.store.tables.cards import card, signed_card
from app.store.tables.shipments import document

Kind = Literal["customer_card", "card_sheet"]


def card_content(connection: sa.Connection, number: str, copy: int = 0) -> CardContent:
    """The card of a number, with the name that its holder has today.

    Raises CustomerUnknown, WrongCustomerNumber.
    """
    return _card(connection, "customer_card", number, copy)


def card_sheet_content(connection: sa.Connection, number: str, copy: int = 0) -> CardContent:
    """The same card, ten times on A4."""
    return _card(connection, "card_sheet", number, copy)


def _card(connection: sa.Connection, kind: Kind, number: str, copy: int) -> CardContent:
    stored = own_record(connection, number)
    asked_ms = connection.scalar(
        sa.select(document.c.asked_ms).where(
            document.c.kind == kind, document.c.subject == stored.number, document.c.copy == copy
        )
    )
    if asked_ms is None:
        raise CustomerUnknown(number=number[:40])
    issuer = issuer_of(connection, here(connection).office, asked_ms)
    return CardContent(
        operator=issuer.operator,
        hotline=issuer.hotline,
        number=stored.number,
        full_name=stored.full_name,
        since_year=local(utc(stored.registered_ms)).year,
        sheet=kind == "card_sheet",
        signed=_digits(connection, kind, stored.number, copy),
    )


def _digits(connection: sa.Connection, kind: Kind, number: str, copy: int) -> str:
    """What headquarters signed for this very card; "" as long as it did not."""
    query = (
        sa.select(signed_card.c.digits)
        .join(card, card.c.card == signed_card.c.card)
        .where(card.c.document == kind, card.c.number == number, card.c.copy == copy)
    )
    return connection.scalar(query) or ""
