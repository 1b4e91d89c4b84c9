"""What a complaint form can be filled with: an item by any of its codes, or a customer's items."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import local_day
from app.domain.complaint_clock import Timeliness, Window, due_day, is_international, window
from app.domain.reference.complaints import ComplaintType
from app.domain.scanning import Shape, recognise
from app.journal.kinds.shipments import Party, ShipmentAccepted
from app.queries.complaints import CaseLine, cases_of_item
from app.store.customers import StoredCustomer, customer_by_number, customer_by_uid
from app.store.places import address_line, place_of
from app.store.reference import reference_book
from app.store.sales import item_by_code, items_of, receipt_by_number, receipt_by_proof
from app.store.tables.shipments import shipment

MOST_ITEMS = 10
"""Of a customer, the newest."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who may complain, as the books have them."""

    name: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class ItemSubject:
    """One item that can be complained of, with both of its parties."""

    code: str
    service_label: str
    contents: str
    accepted_at: datetime
    sender: Contact
    addressee: Contact
    customer: str
    cases: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class ComplaintSubject:
    """What a code leads to. ``unknown`` is an item's number that this store does not have.

    ``customer`` is the person at the counter, when the code was theirs, with ``contact``.
    """

    items: tuple[ItemSubject, ...] = ()
    customer: str = ""
    contact: Contact | None = None
    unknown: str = ""


def complaint_subject(connection: sa.Connection, code: str, at_ms: int) -> ComplaintSubject:
    """By item number, receipt, proof code or customer number; nothing for what is none of them.

    Raises the problem of a code that cannot be right.
    """
    seen = recognise(code)
    if seen.problem is not None:
        raise seen.problem
    if seen.shape is Shape.CUSTOMER:
        return _of_customer(connection, customer_by_number(connection, seen.value), at_ms)
    if seen.shape is Shape.ITEM:
        item = item_by_code(connection, seen.value)
        if item is None:
            return ComplaintSubject(unknown=seen.value)
        return ComplaintSubject(items=(_item(connection, item, at_ms),))
    number = _receipt(connection, seen.shape, seen.value)
    items = items_of(connection, number) if number else ()
    return ComplaintSubject(items=tuple(_item(connection, item, at_ms) for item in items))


def complaint_types(connection: sa.Connection, at_ms: int) -> tuple[ComplaintType, ...]:
    """What may be complained of today. Raises NoReference."""
    return reference_book(connection, at_ms).complaint_types


def _receipt(connection: sa.Connection, shape: Shape, value: str) -> str:
    if shape is Shape.PROOF:
        stored = receipt_by_proof(connection, value)
        return stored.number if stored else ""
    return value if shape is Shape.RECEIPT else ""


def _of_customer(connection: sa.Connection, stored: StoredCustomer, at_ms: int) -> ComplaintSubject:
    codes = connection.scalars(
        sa.select(shipment.c.code)
        .where(shipment.c.customer_uid == stored.uid)
        .order_by(shipment.c.accepted_ms.desc(), shipment.c.seq.desc())
        .limit(MOST_ITEMS)
    ).all()
    items = [item_by_code(connection, code) for code in codes]
    place = place_of(reference_book(connection, at_ms), stored.commune, stored.scheme)
    return ComplaintSubject(
        items=tuple(_item(connection, item, at_ms) for item in items if item is not None),
        customer=stored.number,
        contact=Contact(
            name=stored.full_name,
            phone=stored.phones[0] if stored.phones else "",
            address=address_line(stored.street, place),
        ),
    )


def _item(connection: sa.Connection, item: ShipmentAccepted, at_ms: int) -> ItemSubject:
    stored = receipt_by_number(connection, item.receipt)
    owner = customer_by_uid(connection, item.customer_uid)
    return ItemSubject(
        code=item.code,
        service_label=item.service_label,
        contents=item.contents,
        accepted_at=utc(stored.accepted_ms if stored else at_ms),
        sender=_contact(item.sender),
        addressee=_contact(item.receiver),
        customer=owner.number if owner and not owner.erased else "",
        cases=cases_of_item(connection, item.code, at_ms),
    )


def _contact(party: Party) -> Contact:
    return Contact(party.name, party.phone, party.address)


@dataclass(frozen=True, slots=True)
class ClockPreview:
    """What the clock of a form would say if it were recorded now."""

    today: date
    due_on: date
    window_until: date | None
    timeliness: Timeliness


def clock_preview(
    connection: sa.Connection, complaint_type: str, code: str, delivered_on: date | None, at_ms: int
) -> ClockPreview:
    """By the same rules as the record; an unknown kind has no window. Raises NoReference."""
    book = reference_book(connection, at_ms)
    today = local_day(utc(at_ms))
    item = item_by_code(connection, code) if code else None
    stored = receipt_by_number(connection, item.receipt) if item else None
    kind = next((each for each in book.complaint_types if each.code == complaint_type), None)
    abroad = is_international(code)
    open_until = Window(None, Timeliness.UNKNOWN)
    if kind is not None:
        open_until = window(
            kind,
            today,
            accepted_on=local_day(utc(stored.accepted_ms)) if stored else None,
            transit_days=book.transit_days(item.service, item.zone) if item else None,
            delivered_on=delivered_on,
        )
    return ClockPreview(
        today=today,
        due_on=due_day(today, book.complaint_rules, international=abroad),
        window_until=open_until.until,
        timeliness=open_until.timeliness,
    )
