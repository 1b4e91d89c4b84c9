"""How the counter stands: books, leases, clock, prints. The sync chip and the start page read it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Station:
    """Where this terminal stands."""

    office_code: str
    office_name: str
    counter: str
    terminal: int
    operator: str
    hotline: str


@dataclass(frozen=True, slots=True)
class LeaseLevel:
    """``label`` in words, e.g. "số bưu kiện"; ``next_code`` is the number given next."""

    kind: str
    label: str
    next_code: str
    left: int
    low: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """``state``: online, branch or alone ("một mình")."""

    recorded: int
    unsent: int
    oldest_unsent_at: datetime | None
    acked: int
    state: str
    leases: tuple[LeaseLevel, ...]
    clock_note: str


@dataclass(frozen=True, slots=True)
class PrintedState:
    """One document of a transaction. ``state``: waiting, printing, printed, failed, doubtful."""

    job: int
    title: str
    state: str
    copy: int
    problem: str


@dataclass(frozen=True, slots=True)
class LastTransaction:
    """"Giao dịch gần nhất": what was booked last, and what of it is on paper."""

    receipt: str
    proof: str
    customer: str
    customer_name: str
    accepted_at: datetime
    items: tuple[str, ...]
    total_vnd: int
    change_vnd: int
    documents: tuple[PrintedState, ...]
