"""Rates of the value-added tax by day of acceptance."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from app.domain.reference import problems as wrong
from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, by_key, rule_id
from app.domain.reference.services import VAT_CLASSES

COLUMNS = ("id", "class", "rate_bp", "valid_from", "valid_to", "label")

_HIGHEST_BP = 10_000


@dataclass(frozen=True, slots=True)
class VatRate:
    """``valid_from`` … ``valid_to`` are days in Vietnam, both included; None: no end yet."""

    id: str
    vat_class: str
    rate_bp: int
    valid_from: date
    valid_to: date | None
    label: str

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@lru_cache(maxsize=8)
def parse_vat(file: ReferenceFile) -> tuple[VatRate, ...]:
    """Raises ReferenceProblems, naming every day between two rows that has no rate or two."""
    check = RowChecker(file, COLUMNS)
    rows = check.each(_rate)
    for group in by_key(rows, lambda rate: rate.vat_class):
        group.sort(key=lambda entry: entry[1].valid_from)
        if check.sound([line for line, _ in group]):
            _check_days(check, group)
    check.close()
    return tuple(rate for _, rate in rows)


def _rate(check: RowChecker, row: Row) -> VatRate:
    first, last = check.day(row, "valid_from"), check.open_day(row, "valid_to")
    if last is not None and last != date.min and last < first:
        check.report(
            wrong.DatesBackwards, row.line, "valid_to", last.isoformat(), first.isoformat()
        )
    return VatRate(
        id=rule_id(check, row),
        vat_class=check.choice(row, "class", VAT_CLASSES),
        rate_bp=check.number(row, "rate_bp", most=_HIGHEST_BP),
        valid_from=first,
        valid_to=last,
        label=check.text(row, "label"),
    )


def _check_days(check: RowChecker, group: list[tuple[int, VatRate]]) -> None:
    for (_, earlier), (line, later) in pairwise(group):
        begins = later.valid_from.isoformat()
        if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
            end = earlier.valid_to.isoformat() if earlier.valid_to else "∞"
            check.report(wrong.DateOverlap, line, "valid_from", begins, end)
        elif later.valid_from > earlier.valid_to + timedelta(days=1):
            check.report(wrong.DateGap, line, "valid_from", begins, earlier.valid_to.isoformat())
