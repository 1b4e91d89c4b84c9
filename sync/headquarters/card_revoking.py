"""Headquarters' staff shut customers' cards out, anywhere in the country."""

from dataclasses import dataclass
from typing import ClassVar

import sqlalchemy as sa

from app.domain.customer_number import parse_customer_number
from app.errors import UserError
from app.store.tables.cards import card
from app.store.tables.customers import customer
from sync.headquarters.cards import out_item
from sync.headquarters.database import Database, upsert
from sync.headquarters.feed import publish
from sync.headquarters.publishing import write_log
from sync.headquarters.revoking import reason_words
from sync.headquarters.staff_tables import card_out


@dataclass(eq=False)
class CardUnknown(UserError):
    """Neither the name of a card nor the number of a customer who has one."""

    code: ClassVar[str] = "headquarters.card_unknown"
    card: str


def revoke_cards(database: Database, named: str, reason: str, now_ms: int, who: str = "") -> int:
    """Shut out one card, by its sixteen hexadecimal digits, or all of a customer, by number.

    Returns how many. Raises CardUnknown, ReasonMissing.
    """
    words = reason_words(reason)
    with database.writing() as connection:
        found = _named(connection, named)
        rows = [{"card": each, "at_ms": now_ms, "who": who, "reason": words} for each in found]
        upsert(connection, card_out, rows)
        write_log(connection, now_ms, "card_revoked", f"{named}: {words}", who)
        publish(connection, [out_item(each, now_ms) for each in found])
    return len(found)


def _named(connection: sa.Connection, named: str) -> list[bytes]:
    packed = named.replace(" ", "")
    if len(packed) == 16:
        query = sa.select(card.c.card).where(card.c.card == _hex(packed))
    else:
        number = parse_customer_number(named)
        whose = sa.select(customer.c.uid).where(customer.c.number == number)
        query = sa.select(card.c.card).where(card.c.uid.in_(whose))
    found = list(connection.scalars(query))
    if not found:
        raise CardUnknown(card=named[:40])
    return sorted(found)


def _hex(packed: str) -> bytes:
    try:
        return bytes.fromhex(packed)
    except ValueError as error:
        raise CardUnknown(card=packed[:40]) from error
