"""Reading customers: the page that a clerk sees, and look-alikes while registering."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.citizen import mask_citizen
from app.domain.phones import mask_phone
from app.domain.reference.book import ReferenceBook
from app.domain.weight import format_g
from app.messages import text
from app.queries.changes import told
from app.store.customers import StoredCustomer, customer_by_number
from app.store.places import address_line, place_of
from app.store.reference import reference_book
from app.store.tables.customers import customer_event
from app.store.tables.shipments import shipment

HISTORY = 50
"""Lines shown on the page; older ones are not read."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, newest first on the page. ``kind``: item, registered, edited."""

    at: datetime
    kind: str
    code: str
    title: str
    detail: str
    status: str


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """Who it is and what to mind. Personal data comes masked; the whole phones are for labels."""

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


def customer_page(connection: sa.Connection, number: str, at_ms: int) -> CustomerPage:
    """Everything a clerk sees of one customer. Raises CustomerUnknown and WrongCustomerNumber."""
    stored = customer_by_number(connection, number)
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
        shipments=stored.shipments,
        history=_history(connection, stored, book),
    )


def _history(
    connection: sa.Connection, stored: StoredCustomer, book: ReferenceBook
) -> tuple[HistoryLine, ...]:
    """Items and changes of the record, newest first."""
    lines = [*_items(connection, stored.uid), *_events(connection, stored.uid, book)]
    if not any(line.kind == "registered" for line in lines):
        lines.append(_registered(stored.registered_ms))
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:HISTORY])


def _items(connection: sa.Connection, uid: bytes) -> list[HistoryLine]:
    rows = connection.execute(
        sa.select(
            shipment.c.accepted_ms,
            shipment.c.code,
            shipment.c.service_label,
            shipment.c.receiver_name,
            shipment.c.receiver_province,
            shipment.c.charged_g,
            shipment.c.status,
        )
        .where(shipment.c.customer_uid == uid)
        .order_by(shipment.c.accepted_ms.desc())
        .limit(HISTORY)
    )
    return [
        HistoryLine(
            at=utc(row.accepted_ms),
            kind="item",
            code=row.code,
            title=f"{row.service_label} → {row.receiver_province}",
            detail=f"{format_g(row.charged_g)} · {row.receiver_name}",
            status=text(f"item.status.{row.status}"),
        )
        for row in rows
    ]


def _events(connection: sa.Connection, uid: bytes, book: ReferenceBook) -> list[HistoryLine]:
    rows = connection.execute(
        sa.select(customer_event)
        .where(customer_event.c.uid == uid)
        .order_by(customer_event.c.seq.desc())
        .limit(HISTORY)
    )
    return [
        _registered(row.at_ms)
        if row.kind == "registered"
        else _edited(connection, row.at_ms, row.seq, book)
        for row in rows.all()
    ]


def _registered(at_ms: int) -> HistoryLine:
    return HistoryLine(utc(at_ms), "registered", "", text("history.registered"), "", "")


def _edited(connection: sa.Connection, at_ms: int, seq: int, book: ReferenceBook) -> HistoryLine:
    labels, detail = told(connection, seq, book)
    return HistoryLine(utc(at_ms), "edited", "", text("history.edited", fields=labels), detail, "")


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A registered customer that the one being typed may be. ``reason``: citizen, phone, name."""

    number: str
    full_name: str
    birth_year: int | None
    phone_masked: str
    address: str
    reason: str
