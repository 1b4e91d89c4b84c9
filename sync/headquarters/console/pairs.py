"""Reading customers that may be one: the list, and both records side by side."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from app.clock import local, utc
from app.domain.citizen import mask_citizen
from app.domain.customer_number import grouped
from app.domain.phones import mask_phone, national
from app.domain.reference.book import ReferenceBook
from app.messages import text
from app.store.places import address_line, place_of
from sync.headquarters.console.listing import Listing, column, moment
from sync.headquarters.console.models import Likely
from sync.headquarters.console.signing import may
from sync.headquarters.duplicates import state_of
from sync.headquarters.matching import propose_new
from sync.headquarters.office import Headquarters
from sync.headquarters.publishing import published_book, published_reference
from sync.headquarters.staff_tables import duplicate

DECIDED = "decided"


class Pairs(Listing):
    """What is shown of pairs; what may be said of them is added by ``Duplicates``."""

    key = "duplicates"
    icon = "fa-solid fa-people-arrows"
    personal = "duplicate_viewed"
    personal_list = True
    list_template = "console_duplicates.html"
    detail_template = "console_duplicate.html"

    def __init__(self, headquarters: Headquarters) -> None:
        self.fields = [
            column("likeness", lambda row: likeness_words(row.reasons)),
            column("first", lambda row: _headline(both(row)[0])),
            column("second", lambda row: _headline(both(row)[1])),
            column("score", lambda row: f"{row.score}"),
            column("state", self._state),
            column("pair", only_detail=True),
        ]
        self.sortable_fields = ["score"]
        self.fields_default_sort = [("score", True)]
        super().__init__(Likely, headquarters)

    async def find_all(self, request: Request, *given: Any, **named: Any) -> Any:
        """What was registered since the last look is compared first."""
        await run_in_threadpool(propose_new, self.hq.database, self.hq.clock.now_ms())
        return await super().find_all(request, *given, **named)

    def get_list_query(self, request: Request) -> Any:
        query = super().get_list_query(request)
        return query.where(_shown(request))

    def get_detail_query(self, request: Request) -> Any:
        return super().get_list_query(request)

    def get_count_query(self, request: Request) -> Any:
        query = super().get_count_query(request)
        return query.where(_shown(request))

    def sides(self, request: Request, row: Any) -> list[dict[str, Any]]:
        """For the page of one pair: line by line, what each record says and whether it differs."""
        whole = may(request, self.acts_from)
        with self.hq.database.reading() as connection:
            now_ms = self.hq.clock.now_ms()
            book = published_book(published_reference(connection), now_ms)
        mine, theirs = (_told(each, book, whole=whole) for each in both(row))
        return [
            {
                "label": text(f"console.side.{name}"),
                "mine": mine[name] or "–",
                "theirs": theirs[name] or "–",
                "differs": name not in _OWN and mine[name] != theirs[name],
            }
            for name in mine
        ]

    def standing(self, row: Any) -> str:
        """How the pair stands, and who said so why."""
        state = self._state(row)
        if not row.decided_ms:
            return state
        return text(
            "console.duplicate.said",
            state=state,
            who=row.who,
            at=moment(row.decided_ms),
            reason=row.words,
        )

    def likeness(self, row: Any) -> str:
        return likeness_words(row.reasons)

    def next_of(self, row: Any) -> str:
        """The pair to be looked at after this one; "" when it is the last."""
        after = sa.or_(
            duplicate.c.score < row.score,
            sa.and_(duplicate.c.score == row.score, duplicate.c.pair > row.pair),
        )
        waiting = sa.select(duplicate.c.pair).where(duplicate.c.state == "proposed")
        order = (duplicate.c.score.desc(), duplicate.c.pair)
        with self.hq.database.reading() as connection:
            found = connection.scalar(waiting.where(after).order_by(*order).limit(1))
            others = waiting.where(duplicate.c.pair != row.pair).order_by(*order).limit(1)
            return found or connection.scalar(others) or ""

    def _state(self, row: Any) -> str:
        return text(f"duplicates.state.{self.state_of(row)}")

    def state_of(self, row: Any) -> str:
        with self.hq.database.reading() as connection:
            return state_of(connection, row.one, row.other, row.state)


def likeness_words(reasons: str) -> str:
    """What speaks for it, strongest first."""
    return " · ".join(text(f"duplicates.reason.{each}") for each in reasons.split()) or "–"


_OWN = ("number", "registered", "last_seen", "shipments")
"""Lines in which two records differ in any case."""


def _shown(request: Request) -> sa.ColumnElement[bool]:
    decided = request.query_params.get("show") == DECIDED
    return (duplicate.c.state != "proposed") if decided else (duplicate.c.state == "proposed")


def both(row: Any) -> tuple[Any, Any]:
    """The older record stands on the left."""
    older, newer = sorted(
        (row.mine, row.theirs), key=lambda each: (each.registered_ms, each.number)
    )
    return older, newer


def _headline(record: Any) -> str:
    return f"{grouped(record.number)} · {record.full_name}"


def _told(record: Any, book: ReferenceBook, *, whole: bool) -> dict[str, str]:
    """``whole``: phones and citizen number as they are, for those who decide."""
    citizen = record.citizen_number or ""
    phones = record.phones.split()
    return {
        "number": grouped(record.number),
        "full_name": record.full_name,
        "birth_date": f"{date.fromisoformat(record.birth_date):%d/%m/%Y}"
        if record.birth_date
        else "",
        "sex": text(f"sex.{record.sex}") if record.sex else "",
        "citizen": citizen if whole else mask_citizen(citizen) if citizen else "",
        "phones": ", ".join(national(each) if whole else mask_phone(each) for each in phones),
        "address": address_line(record.street, place_of(book, record.commune, record.scheme)),
        "alert_note": record.alert_note,
        "registered": f"{_day(record.registered_ms)} · {record.office}",
        "last_seen": _day(record.last_seen_ms),
        "shipments": str(record.shipments),
    }


def _day(at_ms: int) -> str:
    return f"{local(utc(at_ms)):%d/%m/%Y}" if at_ms else ""
