"""Where a stored address lies, in words."""

import sqlalchemy as sa

from app.domain.places import Place
from app.domain.reference.book import ReferenceBook, UnknownPlace
from app.domain.reference.versions import NoReference
from app.store.prepared import Prepared
from app.store.tables.relations import customer_address


def place_of(book: ReferenceBook, commune: str, scheme: str) -> Place | None:
    """The commune that a code of a scheme names; None for no code or one of a lost list."""
    if not commune:
        return None
    try:
        place = book.place(commune)
        return place if place.scheme == scheme else book.gazetteer().by_code(commune, scheme)
    except (UnknownPlace, NoReference):
        return book.gazetteer().by_code(commune, scheme)


def address_line(street: str, place: Place | None) -> str:
    """Street and commune as they stand on a label; either may be missing."""
    return ", ".join(part for part in (street, place.label if place else "") if part)


_PRINTED = Prepared(
    sa.select(customer_address.c.as_written)
    .where(
        customer_address.c.uid == sa.bindparam("of_uid"),
        customer_address.c.printed == 1,
        customer_address.c.dropped_ms.is_(None),
        customer_address.c.as_written != "",
    )
    .order_by(customer_address.c.since_ms.desc())
    .limit(1)
)


def printed_old_address(connection: sa.Connection, uid: bytes) -> str:
    """The old address that a customer wants on papers too, in its very words; "" for none."""
    row = _PRINTED.first(connection, {"of_uid": uid})
    return row.as_written if row is not None else ""
