"""Reading customers: the page that a clerk sees, and look-alikes while registering."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened, newest first on the page. ``kind``: item, registered, edited."""

    at: datetime
    kind: str
    code: str
    title: str
    detail: str
    status: str


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """Who it is and what to mind. Personal data comes masked; the whole phones are for labels."""

    number: str
    full_name: str
    birth_date: date | None
    sex: str | None
    citizen_masked: str
    citizen_source: str
    phones: tuple[str, ...]
    phones_masked: tuple[str, ...]
    street: str
    commune: str
    address: str
    alert_note: str
    since: datetime
    shipments: int
    history: tuple[HistoryLine, ...]


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A registered customer that the one being typed may be. ``reason``: citizen, phone, name."""

    number: str
    full_name: str
    birth_year: int | None
    phone_masked: str
    address: str
    reason: str
