"""The part of the reference book that complaints go by: kinds, rules, transit times, holidays."""

from app.domain.reference.complaints import (
    ComplaintRules,
    ComplaintType,
    parse_complaint_rules,
    parse_complaint_types,
)
from app.domain.reference.deadlines import parse_holidays, parse_transit
from app.domain.reference.versions import ValidFiles
from app.domain.working_days import WorkingDays


class ComplaintTerms:
    """What is valid on the day of the book."""

    _files: ValidFiles

    @property
    def complaint_types(self) -> tuple[ComplaintType, ...]:
        return parse_complaint_types(self._files.one("complaint_types"))

    @property
    def complaint_rules(self) -> ComplaintRules:
        return parse_complaint_rules(self._files.one("complaint_rules"))

    @property
    def working_days(self) -> WorkingDays:
        """Weekdays alone where no list of holidays is valid."""
        files = self._files.all("holidays")
        return parse_holidays(files[0]) if files else WorkingDays({})

    def transit_days(self, service: str, zone: str) -> int | None:
        """The published transit time; None where none is."""
        files = self._files.all("transit")
        return parse_transit(files[0]).get((service, zone)) if files else None
