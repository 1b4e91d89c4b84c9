"""A complaint as one object: where it stands, what was done with it, and, for some, its words.

Files of evidence stay where they were added.
"""

from collections.abc import Collection
from typing import Annotated

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.store.among import Among
from app.store.origins import Origin, seq_here
from app.store.tables.complaints import complaint, complaint_event, complaint_words

Uid = Annotated[bytes, msgspec.Meta(min_length=16, max_length=16)]


class CaseEvent(msgspec.Struct, frozen=True, array_like=True):
    seq: int
    kind: str
    state: str
    at_ms: int
    clerk: int
    clerk_name: str
    due_on: str
    amount_vnd: int
    detail: str
    words: str


class CaseWords(msgspec.Struct, frozen=True, array_like=True):
    """What was said of people; all "" once it was erased."""

    name: str = ""
    phone: str = ""
    address: str = ""
    authority: str = ""
    facts: str = ""
    remedy: str = ""


class Case(msgspec.Struct, frozen=True, array_like=True):
    """``words`` None: not told to this reader, and what it may know of them stays with it."""

    number: str
    item: str
    item_known: int
    customer_uid: Uid | None
    complaint_type: str
    type_label: str
    role: str
    international: int
    accepted_on: str | None
    transit_days: int | None
    delivered_on: str | None
    received_ms: int
    received_on: str
    window_until: str | None
    timeliness: str
    due_on: str
    state: str
    owner: int | None
    owner_name: str
    outcome: str
    floor_vnd: int
    compensation_vnd: int
    paid_by: str
    changed_ms: int
    clerk_name: str
    seq: int
    erased: int
    origins: list[Origin] = []
    events: list[CaseEvent] = []
    words: CaseWords | None = None


_BESIDE = ("erased", "origins", "events", "words")
COLUMNS = tuple(name for name in Case.__struct_fields__ if name not in _BESIDE)
"""Of the case's row, without its words."""

_OF_WORDS = ("evidence", "noted")
"""Kinds of event that say something of people."""


_THOSE = Among(
    lambda one_of: sa.select(
        *(complaint.c[name] for name in (*COLUMNS, *CaseWords.__struct_fields__))
    ).where(one_of(complaint.c.number))
)
_SAID = Among(
    lambda one_of: sa.select(complaint_words.c.complaint).where(one_of(complaint_words.c.complaint))
)
_HAPPENED = Among(
    lambda one_of: (
        sa.select(
            complaint_event.c.complaint,
            *(complaint_event.c[name] for name in CaseEvent.__struct_fields__),
        )
        .where(one_of(complaint_event.c.complaint))
        .order_by(complaint_event.c.seq)
    )
)


def cases_of(connection: sa.Connection, numbers: Collection[str]) -> list[Case]:
    """As they stand here, with their words, by number; without origins."""
    said = {row.complaint for row in _SAID.all(connection, numbers)}
    events = _events(connection, numbers)
    found = []
    for row in _THOSE.all(connection, numbers):
        own = dict(zip(COLUMNS, row, strict=False))
        words = CaseWords(*row[len(COLUMNS) :])
        erased = int(row.number not in said)
        case = Case(**own, erased=erased, events=events.get(row.number, []), words=words)
        found.append(case)
    return sorted(found, key=lambda case: case.number)


def without_words(case: Case) -> Case:
    """For those who need to know how the case stands, and not what was said."""
    events = [
        replace(each, words="", detail="" if each.kind in _OF_WORDS else each.detail)
        for each in case.events
    ]
    return replace(case, events=events, words=None)


def places_in(case: Case) -> set[int]:
    """Every entry that the case names."""
    return {case.seq, *(each.seq for each in case.events)}


def as_named_here(case: Case, own: int) -> Case:
    """The same with entries named as the counter does whose number at headquarters is ``own``."""
    events = [replace(each, seq=seq_here(each.seq, own)) for each in case.events]
    events.sort(key=lambda each: each.seq)
    return replace(case, seq=seq_here(case.seq, own), origins=[], events=events)


def _events(connection: sa.Connection, numbers: Collection[str]) -> dict[str, list[CaseEvent]]:
    found: dict[str, list[CaseEvent]] = {}
    for row in _HAPPENED.all(connection, numbers):
        found.setdefault(row[0], []).append(CaseEvent(*row[1:]))
    return found
