"""The legal clock of a complaint: the one place where page, slip, list and report have it from.

All days are days in Vietnam, and the last day of a term is still in time.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.reference.complaints import AFTER_TRANSIT, ComplaintRules, ComplaintType
from app.domain.working_days import WorkingDays, add_months

HOME_COUNTRY = "VN"
"""The last two letters of item numbers given out here."""


class Timeliness(StrEnum):
    """Whether a complaint came within its window. Unknown: its beginning is not known."""

    IN_TIME = "in_time"
    LATE = "late"
    UNKNOWN = "unknown"


class Urgency(StrEnum):
    """How near the answer is due; ANSWERED when nothing runs any more."""

    ANSWERED = "answered"
    CALM = "calm"
    FIRST_WARNING = "first_warning"
    SECOND_WARNING = "second_warning"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Window:
    """``until`` is the last day on which a complaint is in time, None while nobody can say."""

    until: date | None
    timeliness: Timeliness


@dataclass(frozen=True, slots=True)
class Term:
    """When the answer is due, and the days from which it is pressing."""

    due_on: date
    warnings_on: tuple[date, ...]
    soon_on: date

    def urgency(self, today: date) -> Urgency:
        """While the clock runs."""
        if today > self.due_on:
            return Urgency.OVERDUE
        if today == self.due_on:
            return Urgency.TODAY
        if today >= self.soon_on:
            return Urgency.SOON
        passed = sum(day <= today for day in self.warnings_on)
        return (Urgency.CALM, Urgency.FIRST_WARNING, Urgency.SECOND_WARNING)[min(passed, 2)]


def window(
    kind: ComplaintType,
    received_on: date,
    *,
    accepted_on: date | None,
    transit_days: int | None,
    delivered_on: date | None,
) -> Window:
    """How long one may complain.

    Loss and delay: from the end of the published transit time, or from acceptance where none is
    published. Everything else: from delivery; before it is known nothing has begun to run.
    """
    begins = delivered_on
    if kind.starts == AFTER_TRANSIT:
        begins = accepted_on and accepted_on + timedelta(days=transit_days or 0)
    if begins is None:
        return Window(None, Timeliness.UNKNOWN)
    until = add_months(begins, kind.window_months)
    return Window(until, Timeliness.LATE if received_on > until else Timeliness.IN_TIME)


def is_international(item: str) -> bool:
    """Whether an item number was given out abroad; no number counts as domestic."""
    return bool(item) and not item.endswith(HOME_COUNTRY)


def due_day(received_on: date, rules: ComplaintRules, *, international: bool) -> date:
    """The last day on which the answer is in time."""
    months = rules.international_months if international else rules.domestic_months
    return add_months(received_on, months)


def term(received_on: date, due_on: date, rules: ComplaintRules, working: WorkingDays) -> Term:
    """The warnings on the way to ``due_on``: shares of the term round down, so none comes late."""
    length = (due_on - received_on).days
    return Term(
        due_on=due_on,
        warnings_on=tuple(
            received_on + timedelta(days=length * share // 100) for share in rules.warn_percent
        ),
        soon_on=working.before(due_on, rules.warn_working_days),
    )


def compensation_floor(
    rules: ComplaintRules, *, postage_vnd: int, declared_vnd: int, actual_loss_vnd: int
) -> int:
    """The least that an upheld loss is worth: a floor, never a ceiling, for undeclared items.

    A declared item is worth its actual loss, up to what was declared.
    """
    if declared_vnd:
        return min(actual_loss_vnd, declared_vnd)
    return rules.floor_times * postage_vnd
