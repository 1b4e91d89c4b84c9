"""The value-added tax: by the day of acceptance in Vietnam, on the sum of the printed lines."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from app.domain.calendar import local_day
from app.domain.reference.vat import VatRate
from app.errors import UserError


@dataclass(eq=False)
class NoVatRate(UserError):
    """No row of the tax table holds on the day: then nothing is priced."""

    code: ClassVar[str] = "pricing.no_vat_rate"
    day: date


def vat_rate(rates: Iterable[VatRate], vat_class: str, at: datetime) -> VatRate:
    """The row of ``vat_class`` for an acceptance at ``at``; raises NoVatRate."""
    day = local_day(at)
    for rate in rates:
        if rate.vat_class == vat_class and rate.holds_on(day):
            return rate
    raise NoVatRate(day=day)
