"""What the counter offers today, as the acceptance screen shows it: values only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OfferedService:
    """A service with its limits. ``code``: registered, parcel, consigned or ems.

    ``max_sum_cm`` limits length + width + height. ``value_added`` are the codes that may be
    chosen with it, in the order of the screen; "declared" and "cod" stand among them when the
    service takes a declared value or cash on delivery, up to the ``max_…_vnd``.
    """

    code: str
    label: str
    short_label: str
    s10_prefix: str
    max_g: int
    max_side_cm: int
    max_sum_cm: int
    max_declared_vnd: int
    max_cod_vnd: int
    value_added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferedValueAdded:
    """``basis``: flat, declared or cod; the last two need their amount and follow from it.

    ``payer`` is "receiver" for the service by which the receiver pays the postage.
    """

    code: str
    label: str
    basis: str
    excludes: tuple[str, ...]
    payer: str


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One thing the clerk confirms; no ``services`` means all of them."""

    code: str
    label: str
    text: str
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Goods that are prohibited, or taken on a condition."""

    code: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """The acceptance checklist; its version is recorded with every item."""

    version: str
    points: tuple[CheckPoint, ...]
    prohibited: tuple[Notice, ...]
    conditional: tuple[Notice, ...]

    def points_for(self, service: str) -> tuple[CheckPoint, ...]:
        return tuple(p for p in self.points if not p.services or service in p.services)

    def missing(self, service: str, checked: Iterable[str]) -> tuple[CheckPoint, ...]:
        """The points of ``service`` that are not among ``checked``."""
        done = frozenset(checked)
        return tuple(point for point in self.points_for(service) if point.code not in done)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that is offered on ``valid_on``, a date in Vietnam.

    ``vat_rate_bp`` is None and ``tariff_title`` empty when none is valid: then nothing can be
    priced, while everything else goes on working.
    """

    valid_on: date
    services: tuple[OfferedService, ...]
    value_added: tuple[OfferedValueAdded, ...]
    checklist: Checklist
    vat_rate_bp: int | None
    tariff_title: str

    def paid_at_delivery(self, chosen: Iterable[str]) -> bool:
        """Whether a chosen value-added service makes the receiver pay: nothing is due here then."""
        codes = frozenset(chosen)
        return any(each.code in codes and each.payer == "receiver" for each in self.value_added)

    def service(self, code: str) -> OfferedService | None:
        return next((service for service in self.services if service.code == code), None)
