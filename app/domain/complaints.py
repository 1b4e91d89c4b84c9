"""What a complaint is: who may make it, where it stands, and which step may follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CaseState(StrEnum):
    """Where a case stands."""

    RECEIVED = "received"
    INVESTIGATING = "investigating"
    DECIDED = "decided"
    CLOSED = "closed"
    REOPENED = "reopened"


class Step(StrEnum):
    """What is done with a case after it was received."""

    INVESTIGATE = "investigate"
    DECIDE = "decide"
    COMPENSATE = "compensate"
    CLOSE = "close"
    REOPEN = "reopen"


class Role(StrEnum):
    """Who may complain of an item."""

    SENDER = "sender"
    ADDRESSEE = "addressee"
    REPRESENTATIVE = "representative"


class Outcome(StrEnum):
    """What was decided."""

    UPHELD = "upheld"
    REJECTED = "rejected"


class Payer(StrEnum):
    """Out of which pocket a compensation comes."""

    CASH = "cash"
    CENTRE = "centre"


FROM: Mapping[Step, frozenset[CaseState]] = {
    Step.INVESTIGATE: frozenset({CaseState.RECEIVED, CaseState.REOPENED, CaseState.INVESTIGATING}),
    Step.DECIDE: frozenset({CaseState.INVESTIGATING}),
    Step.COMPENSATE: frozenset({CaseState.DECIDED}),
    Step.CLOSE: frozenset({CaseState.DECIDED}),
    Step.REOPEN: frozenset({CaseState.DECIDED, CaseState.CLOSED}),
}
"""The states that each step may be taken from. Investigating twice hands the case over."""


def next_steps(state: CaseState, *, owed: bool) -> tuple[Step, ...]:
    """What can be done now, the natural next first; handing a case over comes last.

    Nothing is paid twice, and a case with money owed is not closed.
    """
    found = [step for step in Step if state in FROM[step]]
    left_out = Step.CLOSE if owed else Step.COMPENSATE
    allowed = [step for step in found if step is not left_out]
    return tuple(sorted(allowed, key=lambda step: step is Step.INVESTIGATE))


OPEN = (CaseState.RECEIVED, CaseState.INVESTIGATING, CaseState.REOPENED, CaseState.DECIDED)
UNANSWERED = (CaseState.RECEIVED, CaseState.INVESTIGATING, CaseState.REOPENED)
"""States in which the legal clock runs."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a complainant says and asks for. ``authority`` is what a representative showed."""

    role: Role
    name: str
    phone: str
    address: str
    facts: str
    remedy: str
    authority: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a complaint is about: its item's code, or "" when none is known.

    ``known`` says whether the item stands in this store; the days are then those of its books.
    """

    item: str
    known: bool
    international: bool
    accepted_on: date | None
    transit_days: int | None
    delivered_on: date | None
