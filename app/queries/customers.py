"""Reading customers: the page that a clerk sees, and look-alikes while registering."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.citizen import mask_citizen
from app.domain.phones import mask_phone
from app.domain.relations import Standing
from app.messages import spoken
from app.queries.complaints import CaseLine, open_cases_of
from app.queries.conflicts import ConflictLine, open_conflicts_of
from app.queries.history import HistoryLine, history_of
from app.queries.relations import (
    AddressView,
    ConsentView,
    HolderView,
    LinkView,
    OrganisationView,
    addresses_of,
    consents_of,
    holders_of,
    links_of,
    organisation_view,
    standing_of,
)
from app.store.beside import beside
from app.store.customers import customer_by_number
from app.store.merges import members_of, merged_numbers
from app.store.places import address_line, place_of
from app.store.reference import reference_book
from app.store.tables.customers import customer

__all__ = ["CustomerPage", "HistoryLine", "Resemblance", "customer_page"]


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """Who it is and what to mind. Personal data comes masked; the whole phones are for labels.

    ``merged`` are the other numbers that lead here. ``awaited``: of another province, known by a
    card alone until the record comes.
    """

    number: str
    full_name: str
    birth_date: date | None
    sex: str | None
    citizen_masked: str
    citizen_source: str
    phones: tuple[str, ...]
    phones_masked: tuple[str, ...]
    street: str
    commune: str
    address: str
    alert_note: str
    since: datetime
    shipments: int
    history: tuple[HistoryLine, ...]
    organisation: OrganisationView | None = None
    standing: str = "active"
    links: tuple[LinkView, ...] = ()
    addresses: tuple[AddressView, ...] = ()
    consents: tuple[ConsentView, ...] = ()
    holders: tuple[HolderView, ...] = ()
    merged: tuple[str, ...] = ()
    open_cases: tuple[CaseLine, ...] = ()
    awaited: bool = False
    conflicts: tuple[ConflictLine, ...] = ()


def customer_page(connection: sa.Connection, number: str, at_ms: int) -> CustomerPage:
    """Everything a clerk sees of one customer. Raises CustomerUnknown and WrongCustomerNumber."""
    stored = customer_by_number(connection, number)
    known = beside(connection, stored.uid)
    members = members_of(connection, stored.uid) if known.merged else (stored.uid,)
    book = reference_book(connection, at_ms)
    return CustomerPage(
        number=stored.number,
        full_name=stored.full_name,
        birth_date=date.fromisoformat(stored.birth_date) if stored.birth_date else None,
        sex=stored.sex,
        citizen_masked=mask_citizen(stored.citizen_number) if stored.citizen_number else "",
        citizen_source=stored.citizen_source or "",
        phones=stored.phones,
        phones_masked=tuple(map(mask_phone, stored.phones)),
        street=stored.street,
        commune=stored.commune,
        address=address_line(stored.street, place_of(book, stored.commune, stored.scheme)),
        alert_note=stored.alert_note,
        since=utc(stored.registered_ms),
        shipments=stored.shipments + _sent_as_others(connection, members[1:]),
        history=history_of(connection, members, stored.registered_ms, book, known),
        organisation=organisation_view(connection, members) if known.organisation else None,
        standing=standing_of(connection, stored) if known.standing else Standing.ACTIVE,
        links=links_of(connection, members) if known.linked or known.organisation else (),
        addresses=addresses_of(connection, members) if known.addressed else (),
        consents=consents_of(connection, stored.uid, book, spoken(), asked=known.consented),
        holders=holders_of(connection, stored, passed=known.passed),
        merged=merged_numbers(connection, stored.uid) if known.merged else (),
        open_cases=open_cases_of(connection, members, at_ms),
        awaited=stored.version == 0,
        conflicts=open_conflicts_of(connection, stored.uid, at_ms) if known.contended else (),
    )


def _sent_as_others(connection: sa.Connection, others: Sequence[bytes]) -> int:
    """Items under the numbers that were merged in."""
    if not others:
        return 0
    total = sa.select(sa.func.sum(customer.c.shipments)).where(customer.c.uid.in_(others))
    return connection.scalar(total) or 0


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A registered customer that the one being typed may be. ``reason``: citizen, phone, name."""

    number: str
    full_name: str
    birth_year: int | None
    phone_masked: str
    address: str
    reason: str
