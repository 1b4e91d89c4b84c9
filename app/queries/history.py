"""What happened with a customer, in one list: items, other services, changes of the record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from app.clock import utc
from app.domain.customer_number import grouped
from app.domain.money import format_vnd
from app.domain.reference.book import ReferenceBook
from app.domain.reference.consents import consent_texts
from app.domain.weight import format_g
from app.journal.appending import read_body
from app.messages import text
from app.queries.changes import told
from app.queries.complaints import newest_cases_of
from app.store.beside import Beside
from app.store.books import entry_at
from app.store.customers import customer_by_uid
from app.store.prepared import Prepared
from app.store.tables.customers import customer_event
from app.store.tables.merges import merge_fact, merge_undone
from app.store.tables.money import service_record
from app.store.tables.relations import consent, customer_holder, customer_link
from app.store.tables.shipments import shipment

HISTORY = 50
"""Lines shown on the page; older ones are not read."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, newest first on the page.

    ``kind``: item, service, complaint, registered, edited, merged, or another change of the record.
    ``code`` opens what it tells of, "" for a change.
    """

    at: datetime
    kind: str
    code: str
    title: str
    detail: str
    status: str


_UID: sa.BindParameter[bytes] = sa.bindparam("of_uid")
_ITEMS = Prepared(
    sa.select(
        shipment.c.accepted_ms,
        shipment.c.code,
        shipment.c.service_label,
        shipment.c.receiver_name,
        shipment.c.receiver_province,
        shipment.c.charged_g,
        shipment.c.status,
    )
    .where(shipment.c.customer_uid == _UID)
    .order_by(shipment.c.accepted_ms.desc())
    .limit(HISTORY)
)
_SERVICES = Prepared(
    sa.select(service_record)
    .where(service_record.c.customer_uid == _UID)
    .order_by(service_record.c.at_ms.desc())
    .limit(HISTORY)
)
_EVENTS = Prepared(
    sa.select(customer_event)
    .where(customer_event.c.uid == _UID)
    .order_by(customer_event.c.seq.desc())
    .limit(HISTORY)
)


def history_of(
    connection: sa.Connection,
    members: Sequence[bytes],
    registered_ms: int,
    book: ReferenceBook,
    known: Beside,
) -> tuple[HistoryLine, ...]:
    """Of all numbers that are one customer, newest first."""
    lines: list[HistoryLine] = []
    for uid in members:
        lines += _items(connection, uid)
        lines += _services(connection, uid)
        lines += _events(connection, uid, book)
    if known.merge_told:
        lines += _merges(connection, members)
    lines += _complaints(connection, members, _reaches_back_to(lines))
    if not any(line.kind == "registered" for line in lines):
        lines.append(_registered(registered_ms))
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:HISTORY])


def _reaches_back_to(lines: Sequence[HistoryLine]) -> int:
    """When the oldest line that still has room happened; 0 while there is room for more."""
    shown = sorted((line.at for line in lines), reverse=True)[:HISTORY]
    return int(shown[-1].timestamp() * 1_000) if len(shown) == HISTORY else 0


def _complaints(
    connection: sa.Connection, members: Sequence[bytes], since_ms: int
) -> list[HistoryLine]:
    return [
        HistoryLine(
            at=utc(row.received_ms),
            kind="complaint",
            code=row.number,
            title=text("history.complaint", type_label=row.type_label),
            detail=" · ".join(part for part in (row.number, row.item) if part),
            status=text(f"complaint.state.{row.state}"),
        )
        for row in newest_cases_of(connection, members, since_ms, HISTORY)
    ]


def _items(connection: sa.Connection, uid: bytes) -> list[HistoryLine]:
    rows = _ITEMS.all(connection, {"of_uid": uid})
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


def _services(connection: sa.Connection, uid: bytes) -> list[HistoryLine]:
    """Postal finance, press subscriptions: what is no item."""
    rows = _SERVICES.all(connection, {"of_uid": uid})
    return [
        HistoryLine(
            at=utc(row.at_ms),
            kind="service",
            code=row.number,
            title=row.service_label,
            detail=" · ".join(
                part
                for part in (
                    _period(row.period_from, row.period_to),
                    f"{format_vnd(row.amount_vnd)} đ" if row.amount_vnd else "",
                    row.reference,
                )
                if part
            ),
            status="" if row.status == "recorded" else text(f"item.status.{row.status}"),
        )
        for row in rows
    ]


def _period(first: str, last: str) -> str:
    days = ["/".join(reversed(day.split("-"))) for day in (first, last) if day]
    return " – ".join(days)


def _events(connection: sa.Connection, uid: bytes, book: ReferenceBook) -> list[HistoryLine]:
    rows = _EVENTS.all(connection, {"of_uid": uid})
    return [_event(connection, row, book) for row in rows]


def _event(connection: sa.Connection, row: sa.Row[Any], book: ReferenceBook) -> HistoryLine:
    if row.kind == "registered":
        return _registered(row.at_ms)
    tell = _TOLD.get(row.kind, _plainly)
    title, detail = tell(connection, row, book)
    return HistoryLine(utc(row.at_ms), row.kind, "", title, detail, "")


def _registered(at_ms: int) -> HistoryLine:
    return HistoryLine(utc(at_ms), "registered", "", text("history.registered"), "", "")


def _plainly(connection: sa.Connection, row: sa.Row[Any], _book: ReferenceBook) -> tuple[str, str]:
    """The kind in words, with what the entry says for people."""
    entry = entry_at(connection, row.seq)
    body = read_body(entry) if entry else None
    said = (getattr(body, name, "") for name in ("as_written", "line", "note", "reason"))
    return text(f"history.{row.kind}"), " → ".join(part for part in said if part)


def _edited(connection: sa.Connection, row: sa.Row[Any], book: ReferenceBook) -> tuple[str, str]:
    labels, detail = told(connection, row.seq, book)
    return text("history.edited", fields=labels), detail


def _succeeded(
    connection: sa.Connection, row: sa.Row[Any], _book: ReferenceBook
) -> tuple[str, str]:
    passed = connection.execute(
        sa.select(customer_holder).where(customer_holder.c.seq == row.seq)
    ).one()
    detail = text(
        "history.succeeded_detail",
        former=passed.former,
        passing=text(f"passing.{passed.reason}"),
        document=passed.document,
        approver=passed.approver,
    )
    return text("history.succeeded", holder=passed.holder), detail


def _consent(connection: sa.Connection, row: sa.Row[Any], book: ReferenceBook) -> tuple[str, str]:
    said = connection.execute(sa.select(consent).where(consent.c.seq == row.seq)).one()
    labels = {each.code: each.label for each in consent_texts(book).purposes}
    purpose = labels.get(said.purpose, said.purpose)
    channel = text(f"channel.{said.channel}")
    if not said.given:
        detail = text("history.withdrawn_detail", channel=channel, clerk=said.clerk_name)
        return text("history.consent_withdrawn", purpose=purpose), detail
    detail = text(
        "history.consent_detail",
        version=said.text_version,
        channel=channel,
        clerk=said.clerk_name,
    )
    return text("history.consent", purpose=purpose), detail


def _linked(connection: sa.Connection, row: sa.Row[Any], book: ReferenceBook) -> tuple[str, str]:
    """Which organisation, in which role; the entry names the link only."""
    entry = entry_at(connection, row.seq)
    body = read_body(entry) if entry else None
    link = connection.execute(
        sa.select(customer_link).where(customer_link.c.link == getattr(body, "link", b""))
    ).one_or_none()
    whole = None if link is None else customer_by_uid(connection, link.organisation)
    if link is None or whole is None:
        return _plainly(connection, row, book)
    parts = (whole.full_name, text(f"role.{link.role}"), getattr(body, "reason", ""))
    return text(f"history.{row.kind}"), " · ".join(part for part in parts if part)


_Teller = Callable[[sa.Connection, sa.Row[Any], ReferenceBook], tuple[str, str]]
_TOLD: Mapping[str, _Teller] = {
    "edited": _edited,
    "succeeded": _succeeded,
    "linked": _linked,
    "unlinked": _linked,
    "consent": _consent,
    "consent_withdrawn": _consent,
}


def _merges(connection: sa.Connection, members: Sequence[bytes]) -> list[HistoryLine]:
    """Merges and their undoing; of a merge within these numbers it is told once."""
    said = ("at_ms", "hlc", "reason", "clerk_name", "approver")
    pair = (merge_fact.c.winner, merge_fact.c.loser)
    of_members = merge_fact.c.winner.in_(members) | merge_fact.c.loser.in_(members)
    merged = sa.select(
        sa.literal("merged").label("kind"), *pair, *(merge_fact.c[name] for name in said)
    ).where(of_members)
    undone = (
        sa.select(
            sa.literal("unmerged").label("kind"), *pair, *(merge_undone.c[name] for name in said)
        )
        .join(merge_undone, merge_undone.c.merge == merge_fact.c.merge)
        .where(of_members)
    )
    told = merged.union(undone).subquery()
    rows = connection.execute(sa.select(told).order_by(told.c.hlc.desc()).limit(HISTORY)).all()
    return [_merge(connection, row, members) for row in rows]


def _merge(connection: sa.Connection, row: sa.Row[Any], members: Sequence[bytes]) -> HistoryLine:
    of_winner = row.winner in members
    other = customer_by_uid(connection, row.loser if of_winner else row.winner)
    number = grouped(other.number) if other else "–"
    if row.kind == "unmerged":
        title = text("history.unmerged", number=number)
    else:
        title = text("history.merged" if of_winner else "history.merged_into", number=number)
    detail = text(
        "history.merge_detail", reason=row.reason, clerk=row.clerk_name, approver=row.approver
    )
    return HistoryLine(utc(row.at_ms), row.kind, "", title, detail, "")
