"""Reading complaints back as they were folded: what use cases and queries have in common."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, ClassVar

import sqlalchemy as sa

from app.domain.complaint_number import (
    LARGEST_SERIAL,
    complaint_number,
    counter_of,
    parse_complaint_number,
    serial_of,
)
from app.domain.complaints import CaseState
from app.errors import UserError
from app.journal.kinds.complaints import EvidenceAdded
from app.store.station import Here
from app.store.tables.complaints import (
    complaint,
    complaint_event,
    complaint_evidence,
    complaint_words,
)
from app.store.tables.journal import journal


@dataclass(eq=False)
class ComplaintUnknown(UserError):
    """The number can be, and no case of this counter has it."""

    code: ClassVar[str] = "complaint.unknown"
    number: str


@dataclass(eq=False)
class ComplaintNumbersSpent(UserError):
    """A million cases at one counter."""

    code: ClassVar[str] = "complaint.numbers_spent"


@dataclass(frozen=True, slots=True, repr=False)
class StoredComplaint:
    """One row. Days are ISO 8601 in Vietnam; ``item`` is "" when no number was known."""

    number: str
    item: str
    item_known: bool
    customer_uid: bytes | None
    complaint_type: str
    type_label: str
    role: str
    international: bool
    accepted_on: str | None
    transit_days: int | None
    delivered_on: str | None
    received_ms: int
    received_on: str
    window_until: str | None
    timeliness: str
    due_on: str
    name: str
    phone: str
    address: str
    authority: str
    facts: str
    remedy: str
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

    @property
    def stands(self) -> CaseState:
        return CaseState(self.state)

    @property
    def due(self) -> date:
        return date.fromisoformat(self.due_on)


_NAMES = tuple(field.name for field in fields(StoredComplaint))
COMPLAINTS = sa.select(*(complaint.c[name] for name in _NAMES))
"""All columns of StoredComplaint, for ``stored_complaint``."""


def stored_complaint(row: sa.Row[Any]) -> StoredComplaint:
    """A row of ``COMPLAINTS``."""
    values: dict[str, Any] = dict(zip(_NAMES, row, strict=True))
    values["item_known"] = bool(values["item_known"])
    values["international"] = bool(values["international"])
    return StoredComplaint(**values)


def complaint_by_number(connection: sa.Connection, text: str) -> StoredComplaint:
    """Raises WrongComplaintNumber for what cannot be one, ComplaintUnknown for one not here."""
    number = parse_complaint_number(text)
    row = connection.execute(COMPLAINTS.where(complaint.c.number == number)).one_or_none()
    if row is None:
        raise ComplaintUnknown(number=number)
    return stored_complaint(row)


def next_number(connection: sa.Connection, here: Here) -> str:
    """The next number of this counter in this epoch. Raises ComplaintNumbersSpent."""
    pattern = f"{counter_of(complaint_number(here.office, here.counter, 0, here.epoch))}-K_______"
    newest = connection.scalar(
        sa.select(sa.func.max(complaint.c.number)).where(complaint.c.number.like(pattern))
    )
    serial = serial_of(newest) + 1 if newest else 1
    if serial > LARGEST_SERIAL:
        raise ComplaintNumbersSpent
    return complaint_number(here.office, here.counter, serial, here.epoch)


IN_TIME = (complaint_event.c.at_ms, complaint_event.c.seq)
"""The order of a case's events: those of other counters are not in the order of their entries."""


def first_term(connection: sa.Connection, number: str) -> date:
    """The day that was promised when the case was received, whatever was reopened since."""
    query = sa.select(complaint_event.c.due_on).where(complaint_event.c.complaint == number)
    return date.fromisoformat(connection.execute(query.order_by(*IN_TIME).limit(1)).scalar_one())


def words_of(connection: sa.Connection, number: str) -> list[int]:
    """The entries that hold words about people in this case, oldest first."""
    query = sa.select(complaint_words.c.seq).where(complaint_words.c.complaint == number)
    return list(connection.scalars(query.order_by(complaint_words.c.seq)))


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """One file of a case; its bytes lie sealed beside the store."""

    evidence: bytes
    complaint: str
    name: str
    media: str
    size: int
    sha256: bytes
    at_ms: int


EVIDENCE = sa.select(*(complaint_evidence.c[field.name] for field in fields(StoredEvidence)))


@dataclass(eq=False)
class EvidenceUnknown(UserError):
    """No file of this case has the id."""

    code: ClassVar[str] = "evidence.unknown"
    number: str


def evidence_by_id(connection: sa.Connection, number: str, evidence: str) -> StoredEvidence:
    """A file of this case by its id in hex. Raises EvidenceUnknown."""
    found = next((e for e in evidence_of(connection, number) if e.evidence.hex() == evidence), None)
    if found is None:
        raise EvidenceUnknown(number=number)
    return found


def own_evidence(connection: sa.Connection) -> tuple[tuple[int, StoredEvidence], ...]:
    """Every file that was added at this counter and is not erased, each with its entry."""
    added = sa.select(journal.c.seq).where(journal.c.kind == EvidenceAdded.NUMBER)
    query = EVIDENCE.add_columns(complaint_evidence.c.seq)
    rows = connection.execute(query.where(complaint_evidence.c.seq.in_(added)))
    return tuple((row[-1], StoredEvidence(*row[:-1])) for row in rows)


def evidence_of(connection: sa.Connection, number: str) -> tuple[StoredEvidence, ...]:
    """The files of a case in their order."""
    query = EVIDENCE.where(complaint_evidence.c.complaint == number)
    rows = connection.execute(query.order_by(complaint_evidence.c.seq))
    return tuple(StoredEvidence(*row) for row in rows)
