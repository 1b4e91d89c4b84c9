"""Two records side by side, for whoever must say whether they are one customer."""

from dataclasses import dataclass

import sqlalchemy as sa

from app.clock import local, utc
from app.domain.citizen import mask_citizen
from app.domain.phones import mask_phone
from app.domain.reference.book import ReferenceBook
from app.domain.relations import MERGEABLE
from app.messages import text
from app.queries.relations import Named
from app.store.customers import StoredCustomer, customer_by_number
from app.store.organisations import organisation_of
from app.store.places import address_line, place_of
from app.store.reference import reference_book


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One line. ``field`` "" for what only tells, and cannot be taken over."""

    field: str
    label: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        return self.one != self.other


@dataclass(frozen=True, slots=True)
class Comparison:
    """``one`` keeps its number when they are merged."""

    one: Named
    other: Named
    fields: tuple[ComparedField, ...]


def comparison(connection: sa.Connection, number: str, other: str, at_ms: int) -> Comparison:
    """Raises CustomerUnknown, WrongCustomerNumber."""
    book = reference_book(connection, at_ms)
    pair = customer_by_number(connection, number), customer_by_number(connection, other)
    shown = [_shown(connection, stored, book) for stored in pair]
    return Comparison(
        one=Named(pair[0].number, pair[0].full_name),
        other=Named(pair[1].number, pair[1].full_name),
        fields=tuple(
            ComparedField(
                field if field in MERGEABLE else "",
                text(f"compare.{field}"),
                shown[0][field],
                shown[1][field],
            )
            for field in shown[0]
        ),
    )


def _shown(
    connection: sa.Connection, stored: StoredCustomer, book: ReferenceBook
) -> dict[str, str]:
    organisation = organisation_of(connection, stored.uid)
    born = "/".join(reversed((stored.birth_date or "").split("-")))
    return {
        "full_name": stored.full_name,
        "birth_date": born,
        "sex": text(f"sex.{stored.sex}") if stored.sex else "",
        "citizen": mask_citizen(stored.citizen_number) if stored.citizen_number else "",
        "tax_code": organisation.tax_code if organisation else "",
        "phones": ", ".join(map(mask_phone, stored.phones)),
        "address": address_line(stored.street, place_of(book, stored.commune, stored.scheme)),
        "alert_note": stored.alert_note,
        "since": f"{local(utc(stored.registered_ms)):%d/%m/%Y}",
        "shipments": str(stored.shipments),
        "last_seen": f"{local(utc(stored.last_seen_ms)):%d/%m/%Y}",
    }
