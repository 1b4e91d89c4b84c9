"""Days on which Vietnam works, and months that clamp at their end."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5
_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or that month's last: 31 December and two months, 28 Feb."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """``exceptions`` says of a day whether it is worked, against what its weekday would say."""

    exceptions: Mapping[date, bool]

    def works(self, day: date) -> bool:
        return self.exceptions.get(day, day.weekday() < _SATURDAY)

    def before(self, day: date, count: int) -> date:
        """The ``count``-th working day before ``day``; ``day`` itself does not count."""
        while count:
            day -= _DAY
            count -= self.works(day)
        return day

    def knows(self, year: int) -> bool:
        """Whether the list of holidays reaches into this year."""
        return any(day.year == year for day in self.exceptions)
