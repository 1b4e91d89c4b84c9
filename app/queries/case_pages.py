"""Reading one complaint: everything that its page shows, with its time line."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.complaint_number import office_of
from app.domain.complaints import Step, next_steps
from app.domain.phones import mask_phone
from app.messages import text
from app.queries.complaints import CaseClock, CaseLine
from app.store.complaints import IN_TIME, complaint_by_number, evidence_of
from app.store.customers import customer_by_uid
from app.store.origins import is_foreign
from app.store.station import here
from app.store.tables.complaints import complaint_event


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One line of the time line. ``detail`` is in words."""

    at: datetime
    kind: str
    title: str
    detail: str
    words: str
    clerk_name: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One file of evidence. ``evidence`` is its id in hex."""

    evidence: str
    name: str
    media: str
    size: int
    sha256: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CasePage:
    """Everything of one case. The phone comes masked.

    ``words_at``: the office that has what was said, when it is not this one; "" when it is.
    """

    line: CaseLine
    item_known: bool
    role: str
    role_label: str
    name: str
    phone_masked: str
    address: str
    authority: str
    facts: str
    remedy: str
    international: bool
    customer: str
    accepted_on: date | None
    transit_days: int | None
    delivered_on: date | None
    window_until: date | None
    warnings_on: tuple[date, ...]
    soon_on: date
    outcome: str
    floor_vnd: int
    compensation_vnd: int
    paid_by: str
    events: tuple[CaseEvent, ...]
    files: tuple[CaseFile, ...]
    steps: tuple[Step, ...]
    erased: bool
    words_at: str = ""


def case_page(connection: sa.Connection, number: str, at_ms: int) -> CasePage:
    """One case with its time line. Raises ComplaintUnknown and WrongComplaintNumber."""
    stored = complaint_by_number(connection, number)
    clock = CaseClock(connection, at_ms)
    runs = clock.term(stored)
    elsewhere = is_foreign(stored.seq) and office_of(stored.number) != here(connection).office
    owner = customer_by_uid(connection, stored.customer_uid) if stored.customer_uid else None
    return CasePage(
        line=clock.line(stored),
        item_known=stored.item_known,
        role=stored.role,
        role_label=text(f"complaint.role.{stored.role}"),
        name=stored.name,
        phone_masked=mask_phone(stored.phone) if stored.phone else "",
        address=stored.address,
        authority=stored.authority,
        facts=stored.facts,
        remedy=stored.remedy,
        international=stored.international,
        customer=owner.number if owner else "",
        accepted_on=_day(stored.accepted_on),
        transit_days=stored.transit_days,
        delivered_on=_day(stored.delivered_on),
        window_until=_day(stored.window_until),
        warnings_on=runs.warnings_on,
        soon_on=runs.soon_on,
        outcome=stored.outcome,
        floor_vnd=stored.floor_vnd,
        compensation_vnd=stored.compensation_vnd,
        paid_by=stored.paid_by,
        events=_events(connection, stored.number),
        files=_files(connection, stored.number),
        steps=next_steps(stored.stands, owed=bool(stored.compensation_vnd) and not stored.paid_by),
        erased=not stored.name and not elsewhere,
        words_at=office_of(stored.number) if elsewhere else "",
    )


def _events(connection: sa.Connection, number: str) -> tuple[CaseEvent, ...]:
    """The time line, oldest first."""
    query = sa.select(complaint_event).where(complaint_event.c.complaint == number)
    rows = connection.execute(query.order_by(*IN_TIME))
    return tuple(
        CaseEvent(
            at=utc(row.at_ms),
            kind=row.kind,
            title=text(f"complaint.event.{row.kind}"),
            detail=told(row.kind, row.detail, row.amount_vnd),
            words=row.words,
            clerk_name=row.clerk_name,
        )
        for row in rows
    )


def told(kind: str, detail: str, amount_vnd: int) -> str:
    """An event's detail in words: what was decided or paid, as a sentence."""
    if kind == "decide":
        code = detail if amount_vnd or detail == "rejected" else "upheld_without"
        return text(f"complaint.outcome.{code}", amount_vnd=amount_vnd)
    if kind == "compensate":
        return text(f"complaint.paid.{detail}", amount_vnd=amount_vnd)
    return detail


def _files(connection: sa.Connection, number: str) -> tuple[CaseFile, ...]:
    return tuple(
        CaseFile(
            evidence=each.evidence.hex(),
            name=each.name,
            media=each.media,
            size=each.size,
            sha256=each.sha256.hex(),
            at=utc(each.at_ms),
        )
        for each in evidence_of(connection, number)
    )


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
