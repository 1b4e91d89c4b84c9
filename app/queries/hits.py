"""One line of the universal box, and how rows become it. Plain SQL: this is the hottest path."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlcipher3 import dbapi2

from app.clock import local, utc
from app.domain.item_code import grouped
from app.domain.money import format_vnd
from app.domain.phones import mask_phone
from app.domain.reference.book import ReferenceBook
from app.messages import text
from app.store.places import address_line, place_of

CUSTOMER_COLUMNS = (
    "c.id, c.number, c.full_name, c.phones, c.street, c.commune, c.scheme,"
    " c.shipments, c.last_seen_ms"
)
ITEM = (
    "SELECT code, service_label, receiver_name, receiver_province, accepted_ms"
    " FROM shipment WHERE code"
)
RECEIPT = (
    "SELECT r.number, c.full_name, r.due_vnd, r.accepted_ms FROM receipt r"
    " LEFT JOIN customer c ON c.uid = r.customer_uid WHERE r."
)

_ANY_MERGE = "SELECT 1 FROM customer_merge LIMIT 1"
_MERGED = (
    "SELECT w.number, w.full_name FROM customer l"
    " JOIN customer_merge m ON m.loser = l.uid JOIN customer w ON w.uid = m.winner"
    " WHERE l.number = ?"
)

COMPLAINT = "SELECT number, type_label, name, state, received_ms FROM complaint WHERE number = ?"


@dataclass(frozen=True, slots=True)
class Hit:
    """``kind``: customer, item, receipt, complaint. ``spans``: the matched parts of ``title``."""

    kind: str
    code: str
    title: str
    detail: str = ""
    phone_masked: str = ""
    activity: str = ""
    spans: tuple[tuple[int, int], ...] = ()


def customer_hit(
    row: tuple[Any, ...], book: ReferenceBook, spans: tuple[tuple[int, int], ...] = ()
) -> Hit:
    """A row of CUSTOMER_COLUMNS."""
    _id, number, full_name, phones, street, commune, scheme, shipments, last_seen_ms = row
    return Hit(
        kind="customer",
        code=number,
        title=full_name,
        detail=address_line(street, place_of(book, commune, scheme)),
        phone_masked=mask_phone(phones.partition(" ")[0]) if phones else "",
        activity=text("find.activity", count=shipments, day=_day(last_seen_ms))
        if shipments
        else "",
        spans=spans,
    )


def led_on(raw: dbapi2.Connection, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits with merged customers as those that they are now, each customer once.

    The name that was found stays in sight: it is the one that was typed.
    """
    if raw.execute(_ANY_MERGE).fetchone() is None:
        return hits
    found: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        now = _leads_to(raw, hit.code) if hit.kind == "customer" else None
        if now is not None:
            number, name = now
            words = text("find.merged", name=name)
            activity = " · ".join(part for part in (words, hit.activity) if part)
            hit = replace(hit, code=number, activity=activity)  # noqa: PLW2901 - the same hit, led on
        found.setdefault((hit.kind, hit.code), hit)
    return tuple(found.values())


def _leads_to(raw: dbapi2.Connection, number: str) -> tuple[str, str] | None:
    row: tuple[str, str] | None = None
    while (following := raw.execute(_MERGED, (number,)).fetchone()) is not None:
        row = following
        number = following[0]
    return row


def item_hits(rows: Iterable[tuple[Any, ...]]) -> tuple[Hit, ...]:
    """Rows of ITEM."""
    return tuple(
        Hit(
            kind="item",
            code=code,
            title=f"{grouped(code)} · {label}",
            detail=f"{receiver}, {province}",
            activity=_day(accepted_ms),
        )
        for code, label, receiver, province, accepted_ms in rows
    )


def receipt_hits(rows: Iterable[tuple[Any, ...]]) -> tuple[Hit, ...]:
    """Rows of RECEIPT."""
    return tuple(
        Hit(
            kind="receipt",
            code=number,
            title=text("print.title.receipt", subject=number),
            detail=f"{name or ''} · {format_vnd(due_vnd)} đ",
            activity=_day(accepted_ms),
        )
        for number, name, due_vnd, accepted_ms in rows
    )


def complaint_hits(rows: Iterable[tuple[Any, ...]]) -> tuple[Hit, ...]:
    """Rows of COMPLAINT."""
    return tuple(
        Hit(
            kind="complaint",
            code=number,
            title=text("find.complaint", number=number, type_label=type_label),
            detail=" · ".join(part for part in (name, text(f"complaint.state.{state}")) if part),
            activity=_day(received_ms),
        )
        for number, type_label, name, state, received_ms in rows
    )


def _day(at_ms: int) -> str:
    return f"{local(utc(at_ms)):%d/%m/%Y}"
