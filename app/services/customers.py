"""Use cases on customers: register, edit."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

CitizenSource = Literal["card", "typed"]


@dataclass(frozen=True, slots=True)
class CitizenPaper:
    """A citizen number (12 digits) and where it was read. The card's raw text is never kept."""

    number: str
    source: CitizenSource
    old_number: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class RegisterCustomer:
    """``command_id`` (16 bytes) is made when the form opens: pressing Enter twice registers once."""

    command_id: bytes
    full_name: str
    birth_date: date | None = None
    sex: Literal["male", "female"] | None = None
    citizen: CitizenPaper | None = None
    phones: tuple[str, ...] = ()
    street: str = ""
    commune: str = ""
    alert_note: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredCustomer:
    """``created`` is False when the citizen number already has its customer: that one is meant."""

    number: str
    created: bool


@dataclass(frozen=True, slots=True)
class EditCustomer:
    """``changes`` maps a field to (from, to): what the clerk saw, and what it becomes.

    Fields: full_name, birth_date, sex, citizen, phones, street, commune, alert_note.
    """

    command_id: bytes
    number: str
    changes: dict[str, tuple[object, object]]
