"""Published transit times, and the days on which Vietnam rests or makes up for rest."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, rule_id
from app.domain.reference.services import SERVICES
from app.domain.reference.zones import ZONES
from app.domain.working_days import WorkingDays

TRANSIT_COLUMNS = ("id", "service", "zone", "days", "label")
HOLIDAY_COLUMNS = ("day", "entry", "label")
_MOST_DAYS = 180


@lru_cache(maxsize=8)
def parse_transit(file: ReferenceFile) -> Mapping[tuple[str, str], int]:
    """Days by (service, zone); a pair that is not there has no published time.

    Raises ReferenceProblems.
    """
    check = RowChecker(file, TRANSIT_COLUMNS)
    rows = check.each(_time)
    check.close()
    return dict(each for _, each in rows)


def _time(check: RowChecker, row: Row) -> tuple[tuple[str, str], int]:
    rule_id(check, row)
    check.text(row, "label")
    pair = check.choice(row, "service", SERVICES), check.choice(row, "zone", ZONES)
    check.once(row, "zone", pair)
    return pair, check.number(row, "days", 1, _MOST_DAYS)


@lru_cache(maxsize=8)
def parse_holidays(file: ReferenceFile) -> WorkingDays:
    """Raises ReferenceProblems."""
    check = RowChecker(file, HOLIDAY_COLUMNS)
    rows = check.each(_day)
    check.close()
    return WorkingDays(dict(each for _, each in rows))


def _day(check: RowChecker, row: Row) -> tuple[date, bool]:
    check.once(row, "day")
    check.text(row, "label")
    return check.day(row, "day"), check.choice(row, "entry", ("off", "work")) == "work"
