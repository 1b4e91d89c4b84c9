"""Use case: show masked data in full for a moment, which is always written down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import sqlalchemy as sa

from app.domain.discretion import REVEALABLE
from app.domain.identities import Clerk
from app.errors import UserError
from app.services.entering import ReasonUnusable, read_text
from app.services.permissions import Act, require
from app.store.customers import StoredCustomer, live_customer

LONGEST_REASON = 200

NoteReveal = Callable[[Clerk, str, str, str], None]
"""Writes clerk, number, fields and reason down; what it returns from is on disk."""


@dataclass(eq=False)
class RevealReasonMissing(UserError):
    """This office wants to know why."""

    code: ClassVar[str] = "reveal.reason_missing"
    field: ClassVar[str] = "reason"


@dataclass(eq=False)
class FieldNotMasked(UserError):
    code: ClassVar[str] = "reveal.field_unknown"


@dataclass(frozen=True, slots=True)
class RevealData:
    """``fields``: phones, citizen, birth_date."""

    number: str
    fields: tuple[str, ...] = REVEALABLE
    reason: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class RevealedData:
    """Only what was asked for; the rest stays empty."""

    number: str
    phones: tuple[str, ...]
    citizen: str
    birth_date: date | None


def reveal_data(
    command: RevealData,
    connection: sa.Connection,
    clerk: Clerk,
    note: NoteReveal,
    *,
    reason_needed: bool,
) -> RevealedData:
    """Raises RevealReasonMissing, FieldNotMasked, CustomerUnknown, CustomerIsErased."""
    require(clerk, Act.REVEAL_DATA)
    reason = read_text(command.reason, LONGEST_REASON, ReasonUnusable)
    if reason_needed and not reason:
        raise RevealReasonMissing
    if not command.fields or not set(command.fields) <= set(REVEALABLE):
        raise FieldNotMasked
    stored = live_customer(connection, command.number)
    fields = [field for field in REVEALABLE if field in command.fields]
    note(clerk, stored.number, ",".join(fields), reason)
    return _revealed(stored, fields)


def _revealed(stored: StoredCustomer, fields: Sequence[str]) -> RevealedData:
    born = stored.birth_date if "birth_date" in fields else None
    return RevealedData(
        number=stored.number,
        phones=stored.phones if "phones" in fields else (),
        citizen=(stored.citizen_number or "") if "citizen" in fields else "",
        birth_date=date.fromisoformat(born) if born else None,
    )
