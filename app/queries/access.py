"""Reading who looked at whom, for the supervisor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

import sqlalchemy as sa

from app.clock import utc
from app.domain.calendar import day_span_ms
from app.domain.identities import Clerk
from app.errors import UserError
from app.queries.standing import clerks
from app.store.customers import customer_by_number, own_record
from app.store.merges import merged_numbers
from app.store.views import View, views_of

LINES = 200
DAY_LINES = 500


@dataclass(eq=False)
class NothingAsked(UserError):
    """Neither a customer nor a clerk nor a day was named."""

    code: ClassVar[str] = "access.number_missing"
    field: ClassVar[str] = "number"


@dataclass(frozen=True, slots=True)
class AccessQuery:
    """What is given narrows the answer; something must be."""

    number: str = ""
    clerk: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class AccessLine:
    """``what``: page, reveal. ``full_name`` is the customer's as it is today."""

    at: datetime
    clerk: str
    clerk_name: str
    number: str
    full_name: str
    what: str
    fields: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class AccessDay:
    """Everything that was looked at on ``day``, by one clerk or all. ``more``: only the newest."""

    day: date
    lines: tuple[AccessLine, ...]
    more: bool


def access_day(connection: sa.Connection, clerk: str, day: date) -> AccessDay:
    """``clerk`` by code, "" for all."""
    lines = access_log(connection, AccessQuery(clerk=clerk, day=day), DAY_LINES + 1)
    return AccessDay(day, lines[:DAY_LINES], more=len(lines) > DAY_LINES)


def access_log(
    connection: sa.Connection, query: AccessQuery, most: int = LINES
) -> tuple[AccessLine, ...]:
    """Newest first, at most ``most``. Raises NothingAsked, CustomerUnknown, WrongCustomerNumber."""
    if not (query.number.strip() or query.clerk.strip() or query.day):
        raise NothingAsked
    views = views_of(
        connection,
        numbers=_numbers(connection, query.number),
        clerk=query.clerk.strip(),
        between=day_span_ms(query.day) if query.day else None,
        limit=most,
    )
    people = {clerk.code: clerk for clerk in clerks(connection)}
    return tuple(_line(connection, view, people.get(view.clerk)) for view in views)


def _numbers(connection: sa.Connection, number: str) -> Sequence[str]:
    """The customer's number and all that lead to it."""
    if not number.strip():
        return ()
    stored = customer_by_number(connection, number)
    return (stored.number, *merged_numbers(connection, stored.uid))


def _line(connection: sa.Connection, view: View, clerk: Clerk | None) -> AccessLine:
    return AccessLine(
        at=utc(view.at_ms),
        clerk=view.clerk,
        clerk_name=clerk.name if clerk else view.clerk,
        number=view.number,
        full_name=_name(connection, view.number),
        what=view.what,
        fields=tuple(field for field in view.fields.split(",") if field),
        reason=view.reason,
    )


def _name(connection: sa.Connection, number: str) -> str:
    try:
        return own_record(connection, number).full_name
    except UserError:
        return ""
