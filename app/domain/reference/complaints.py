"""Kinds of complaint with their windows, and the rules of answering and compensating."""

from dataclasses import dataclass
from functools import lru_cache

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import CODE, RowChecker, rule_id

TYPE_COLUMNS = ("id", "label", "text", "starts", "window_months", "compensates")
RULE_COLUMNS = ("id", "entry", "scope", "amount", "unit", "label")

DOMESTIC, INTERNATIONAL, _ALL = "domestic", "international", "all"
AFTER_TRANSIT, AFTER_DELIVERY = "transit", "delivery"

_UNITS = {
    "answer": ("months",),
    "warn": ("percent", "working_days"),
    "floor": ("times",),
}
_MOST_MONTHS = 120


@dataclass(frozen=True, slots=True)
class ComplaintType:
    """``starts`` says what the window is counted from; ``compensates``: a floor holds for it."""

    code: str
    label: str
    text: str
    starts: str
    window_months: int
    compensates: bool


@dataclass(frozen=True, slots=True)
class ComplaintRules:
    """``warn_percent`` of the term and ``warn_working_days`` before its end, in rising order."""

    version: str
    domestic_months: int
    international_months: int
    warn_percent: tuple[int, ...]
    warn_working_days: int
    floor_times: int


@lru_cache(maxsize=8)
def parse_complaint_types(file: ReferenceFile) -> tuple[ComplaintType, ...]:
    """Raises ReferenceProblems."""
    check = RowChecker(file, TYPE_COLUMNS)
    rows = check.each(_type)
    check.close()
    return tuple(each for _, each in rows)


def _type(check: RowChecker, row: Row) -> ComplaintType:
    check.once(row, "id")
    return ComplaintType(
        code=check.shaped(row, "id", CODE, "loss"),
        label=check.text(row, "label"),
        text=check.text(row, "text"),
        starts=check.choice(row, "starts", (AFTER_TRANSIT, AFTER_DELIVERY)),
        window_months=check.number(row, "window_months", 1, _MOST_MONTHS),
        compensates=check.choice(row, "compensates", ("yes", "no")) == "yes",
    )


@lru_cache(maxsize=8)
def parse_complaint_rules(file: ReferenceFile) -> ComplaintRules:
    """Raises ReferenceProblems; both terms, a warning by working days and the floor must stand."""
    check = RowChecker(file, RULE_COLUMNS)
    rows = check.each(_rule)
    amounts: dict[tuple[str, str, str], list[int]] = {}
    for _, (key, amount) in rows:
        amounts.setdefault(key, []).append(amount)
    for key in _NEEDED:
        if len(amounts.get(key, ())) != 1:
            check.report(wrong.Incomplete, file.columns_line, "entry", "", " ".join(key))
    check.close()
    (home,), (abroad,), (days,), (times,) = (amounts[key] for key in _NEEDED)
    return ComplaintRules(
        version=file.version,
        domestic_months=home,
        international_months=abroad,
        warn_percent=tuple(sorted(amounts.get(("warn", _ALL, "percent"), ()))),
        warn_working_days=days,
        floor_times=times,
    )


_NEEDED = (
    ("answer", DOMESTIC, "months"),
    ("answer", INTERNATIONAL, "months"),
    ("warn", _ALL, "working_days"),
    ("floor", _ALL, "times"),
)


def _rule(check: RowChecker, row: Row) -> tuple[tuple[str, str, str], int]:
    rule_id(check, row)
    check.text(row, "label")
    entry = check.choice(row, "entry", tuple(_UNITS))
    scope = check.choice(row, "scope", (DOMESTIC, INTERNATIONAL) if entry == "answer" else (_ALL,))
    unit = check.choice(row, "unit", _UNITS.get(entry, ("months",)))
    most = 99 if unit == "percent" else _MOST_MONTHS
    return (entry, scope, unit), check.number(row, "amount", 1, most)
