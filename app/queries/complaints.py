"""Reading complaints: what lists and reports show, each with the clock of app.domain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import day_span_ms, local_day
from app.domain.complaint_clock import Term, Urgency, term
from app.domain.complaints import OPEN, UNANSWERED, CaseState
from app.messages import text
from app.store.complaints import (
    COMPLAINTS,
    IN_TIME,
    StoredComplaint,
    stored_complaint,
)
from app.store.customers import customer_by_number
from app.store.origins import FIRST_FOREIGN
from app.store.reference import reference_book
from app.store.station import here
from app.store.tables.complaints import complaint, complaint_event
from app.store.tables.shipments import shipment

LONGEST_LIST = 500
"""Lines of one list; what is due first stands first, so that nothing pressing is cut off."""

_PRESSING = (Urgency.OVERDUE, Urgency.TODAY, Urgency.SOON)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One case in a list. ``days_left`` is negative once it is overdue."""

    number: str
    item: str
    type_label: str
    complainant: str
    state: CaseState
    state_label: str
    owner: str
    received_at: datetime
    due_on: date
    days_left: int
    urgency: Urgency
    timeliness: str


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a list shows. ``owner`` "" is everybody, ``open_only`` leaves closed ones out."""

    open_only: bool = True
    state: str = ""
    owner: str = ""
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class CaseList:
    """``lines`` as filtered; the counts are those of all open cases."""

    lines: tuple[CaseLine, ...]
    overdue: int
    today: int
    soon: int
    open: int
    owners: tuple[str, ...]


def case_list(connection: sa.Connection, at_ms: int, wanted: CaseFilter | None = None) -> CaseList:
    """Open cases of this office (or all of them), the most pressing first."""
    wanted = wanted or CaseFilter()
    clock = CaseClock(connection, at_ms)
    ours = complaint.c.number.startswith(f"{here(connection).office}-", autoescape=True)
    running = _lines(connection, clock, ours & complaint.c.state.in_(OPEN))
    lines = running if wanted.open_only else _lines(connection, clock, ours)
    pressing = [line.urgency for line in running]
    return CaseList(
        lines=tuple(line for line in lines if _is_wanted(line, wanted))[:LONGEST_LIST],
        overdue=pressing.count(Urgency.OVERDUE),
        today=pressing.count(Urgency.TODAY),
        soon=pressing.count(Urgency.SOON),
        open=len(running),
        owners=tuple(sorted({line.owner for line in lines if line.owner})),
    )


def cases_of_item(connection: sa.Connection, code: str, at_ms: int) -> tuple[CaseLine, ...]:
    """Every case about one item, newest first."""
    lines = _lines(connection, CaseClock(connection, at_ms), complaint.c.item == code)
    return tuple(sorted(lines, key=lambda line: line.received_at, reverse=True))


def open_cases_of_customer(
    connection: sa.Connection, number: str, at_ms: int
) -> tuple[CaseLine, ...]:
    """Open cases that the customer made, or that are about an item the customer sent."""
    return open_cases_of(connection, (customer_by_number(connection, number).uid,), at_ms)


def open_cases_of(
    connection: sa.Connection, members: Sequence[bytes], at_ms: int
) -> tuple[CaseLine, ...]:
    """The same for all numbers that are one customer."""
    mine = complaint.c.state.in_(OPEN) & _concerns(members)
    return tuple(_lines(connection, CaseClock(connection, at_ms), mine))


def newest_cases_of(
    connection: sa.Connection, members: Sequence[bytes], since_ms: int, most: int
) -> Sequence[sa.Row[int, str, str, str, str]]:
    """The same, closed ones too, received from ``since_ms`` on; 0 for all of who has sent little.

    Who has sent little is asked for what they sent; of others only the newest cases are looked at.
    """
    wanted = (complaint.c.received_ms >= since_ms) & _concerns(members)
    if not since_ms:
        sent = sa.select(shipment.c.code).where(shipment.c.customer_uid.in_(members))
        wanted = complaint.c.customer_uid.in_(members) | complaint.c.item.in_(sent)
    query = sa.select(
        complaint.c.received_ms,
        complaint.c.number,
        complaint.c.type_label,
        complaint.c.item,
        complaint.c.state,
    )
    newest = query.where(wanted).order_by(complaint.c.received_ms.desc()).limit(most)
    return connection.execute(newest).all()


def _concerns(members: Sequence[bytes]) -> sa.ColumnElement[bool]:
    """They complained, or the item is one that they sent: asked of each case.

    There are few cases beside what some customers have sent.
    """
    sent = sa.exists().where(
        shipment.c.code == complaint.c.item, shipment.c.customer_uid.in_(members)
    )
    return complaint.c.customer_uid.in_(members) | sent


@dataclass(frozen=True, slots=True)
class CaseRef:
    """A case in a report, and the entries behind it."""

    number: str
    type_label: str
    state_label: str
    due_on: date
    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComplaintDay:
    """What a daily report says; ``due`` and ``overdue`` as they stood that evening."""

    opened: tuple[CaseRef, ...]
    closed: tuple[CaseRef, ...]
    due: tuple[CaseRef, ...]
    overdue: tuple[CaseRef, ...]


def complaint_day(connection: sa.Connection, day: date) -> ComplaintDay:
    """Opened and closed on ``day``; due on it, or overdue, when it ended.

    Read from events alone, so that a past day reads the same for ever.
    """
    first, after = day_span_ms(day)
    at_ms = complaint_event.c.at_ms
    of_day = (at_ms >= first) & (at_ms < after) & _RECEIVED_HERE
    standing = _standing_before(connection, after)
    running = [each for each in standing if each.state in UNANSWERED]
    return ComplaintDay(
        opened=_refs(connection, of_day & (complaint_event.c.kind == "received")),
        closed=_refs(connection, of_day & (complaint_event.c.kind == "close")),
        due=tuple(each.ref for each in running if each.ref.due_on == day),
        overdue=tuple(each.ref for each in running if each.ref.due_on < day),
    )


@dataclass(frozen=True, slots=True)
class _Stood:
    state: str
    ref: CaseRef


def _standing_before(connection: sa.Connection, before_ms: int) -> list[_Stood]:
    """Every case of this counter as its last event before this moment, anywhere, left it."""
    before = (complaint_event.c.at_ms < before_ms) & _RECEIVED_HERE
    rows = connection.execute(_REF.where(before).order_by(None).order_by(*IN_TIME))
    last = {row.complaint: row for row in rows}
    return [_Stood(row.state, _ref(row)) for row in last.values()]


_RECEIVED_HERE = complaint.c.seq < FIRST_FOREIGN


_REF = (
    sa.select(
        complaint_event.c.complaint,
        complaint_event.c.seq,
        complaint_event.c.state,
        complaint_event.c.due_on,
        complaint.c.type_label,
        complaint.c.seq.label("opened"),
    )
    .join(complaint, complaint.c.number == complaint_event.c.complaint)
    .order_by(complaint_event.c.seq)
)


def _refs(connection: sa.Connection, where: sa.ColumnElement[bool]) -> tuple[CaseRef, ...]:
    return tuple(_ref(row) for row in connection.execute(_REF.where(where)))


def _ref(row: sa.Row[str, int, str, str, str, int]) -> CaseRef:
    return CaseRef(
        number=row.complaint,
        type_label=row.type_label,
        state_label=text(f"complaint.state.{row.state}"),
        due_on=date.fromisoformat(row.due_on),
        seqs=tuple(dict.fromkeys((row.opened, row.seq))),
    )


class CaseClock:
    """Today, and the rules and holidays in force on it: asked for when there is a case at all."""

    def __init__(self, connection: sa.Connection, at_ms: int) -> None:
        self._book = reference_book(connection, at_ms)
        self._today = local_day(utc(at_ms))

    def term(self, stored: StoredComplaint) -> Term:
        received = date.fromisoformat(stored.received_on)
        return term(received, stored.due, self._book.complaint_rules, self._book.working_days)

    def line(self, stored: StoredComplaint) -> CaseLine:
        runs = stored.stands in UNANSWERED
        return CaseLine(
            number=stored.number,
            item=stored.item,
            type_label=stored.type_label,
            complainant=stored.name,
            state=stored.stands,
            state_label=text(f"complaint.state.{stored.state}"),
            owner=stored.owner_name,
            received_at=utc(stored.received_ms),
            due_on=stored.due,
            days_left=(stored.due - self._today).days,
            urgency=self.term(stored).urgency(self._today) if runs else Urgency.ANSWERED,
            timeliness=stored.timeliness,
        )


def _lines(
    connection: sa.Connection, clock: CaseClock, where: sa.ColumnElement[bool]
) -> list[CaseLine]:
    """What runs first, by its due day; answered ones after it."""
    rows = connection.execute(COMPLAINTS.where(where).order_by(complaint.c.due_on, complaint.c.seq))
    lines = [clock.line(stored_complaint(row)) for row in rows]
    return sorted(lines, key=lambda line: (line.urgency is Urgency.ANSWERED, line.due_on))


def _is_wanted(line: CaseLine, wanted: CaseFilter) -> bool:
    return (
        wanted.state in {"", line.state}
        and wanted.owner in {"", line.owner}
        and (wanted.urgency != "pressing" or line.urgency in _PRESSING)
        and (wanted.urgency in {"", "pressing", line.urgency})
    )
