"""All reference data valid at one moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import ClassVar

from app.domain.calendar import local_day
from app.domain.places import Gazetteer, Place
from app.domain.reference.catalogue import (
    Catalogue,
    OfferedService,
    OfferedValueAdded,
)
from app.domain.reference.checklist import parse_checklist
from app.domain.reference.files import ReferenceFile, shown
from app.domain.reference.offices import Office, parse_offices
from app.domain.reference.services import Service, VatClass, parse_services
from app.domain.reference.surcharges import Surcharge, parse_surcharges
from app.domain.reference.tariff import Tariff, parse_tariff
from app.domain.reference.terms import ComplaintTerms
from app.domain.reference.units import parse_communes
from app.domain.reference.value_added import ValueAdded, parse_value_added
from app.domain.reference.vat import VatRate, parse_vat
from app.domain.reference.versions import ValidFiles
from app.domain.reference.zones import ZoneTable, parse_zones
from app.errors import UserError


@dataclass(eq=False)
class NoTariff(UserError):
    """No tariff in force prices the service: then nothing is priced."""

    code: ClassVar[str] = "pricing.no_tariff"
    field: ClassVar[str] = "service"
    service_label: str
    day: date


@dataclass(eq=False)
class UnknownService(UserError):
    code: ClassVar[str] = "pricing.unknown_service"
    field: ClassVar[str] = "service"
    service: str


@dataclass(eq=False)
class UnknownOffice(UserError):
    code: ClassVar[str] = "reference.unknown_office"
    office: str


@dataclass(eq=False)
class UnknownPlace(UserError):
    """No commune of the list in force has this code."""

    code: ClassVar[str] = "reference.unknown_place"
    field: ClassVar[str] = "commune"
    commune: str


class ReferenceBook(ComplaintTerms):
    """The versions valid on one day. Kinds are parsed when first asked for, and kept with the file.

    Asking for a kind that has no valid version raises NoReference; the other kinds still answer.
    """

    def __init__(self, files: ValidFiles) -> None:
        self.day = files.day
        self._files = files
        self._catalogue: Catalogue | None = None

    @classmethod
    def of(cls, files: Iterable[ReferenceFile], at: datetime) -> "ReferenceBook":
        """Raises ReferenceProblems when two versions of a kind are valid at ``at``."""
        return cls(ValidFiles(files, local_day(at)))

    def at(self, moment: datetime) -> "ReferenceBook":
        """The book of another moment from the same files; this one while the day is the same."""
        files = self._files.on(local_day(moment))
        return self if files is self._files else ReferenceBook(files)

    def files(self, kind: str) -> tuple[ReferenceFile, ...]:
        """The valid files of a kind that a subject of its own reads; () when none is valid."""
        return self._files.all(kind)

    @property
    def services(self) -> tuple[Service, ...]:
        return parse_services(self._files.one("services"))

    @property
    def zones(self) -> ZoneTable:
        return parse_zones(self._files.one("zones"))

    @property
    def surcharges(self) -> tuple[Surcharge, ...]:
        """None are charged when no version is valid."""
        return tuple(
            each for file in self._files.all("surcharges") for each in parse_surcharges(file)
        )

    @property
    def value_added(self) -> tuple[ValueAdded, ...]:
        return parse_value_added(self._files.one("value_added"))

    @property
    def vat_rates(self) -> tuple[VatRate, ...]:
        return tuple(rate for file in self._files.all("vat") for rate in parse_vat(file))

    def service(self, code: str) -> Service:
        """Raises UnknownService."""
        found = next((service for service in self.services if service.code == code), None)
        if found is None:
            raise UnknownService(service=shown(code))
        return found

    def tariff(self, service: Service) -> Tariff:
        """Raises NoTariff."""
        for file in self._files.all("tariff"):
            if service.code in (tariff := parse_tariff(file)).services:
                return tariff
        raise NoTariff(service_label=service.label, day=self.day)

    def office(self, code: str) -> Office:
        """Raises UnknownOffice."""
        offices = parse_offices(self._files.one("offices"))
        if code not in offices:
            raise UnknownOffice(office=shown(code))
        return offices[code]

    def place(self, code: str) -> Place:
        """A commune of the list in force; raises UnknownPlace."""
        found = _by_code(self._files.one("communes"), self._files.one("provinces")).get(code)
        if found is None:
            raise UnknownPlace(commune=shown(code))
        return found

    def gazetteer(self) -> Gazetteer:
        """Search over the communes in force and those before them."""
        return _gazetteer(
            tuple(
                (communes, self._files.one(f"{prefix}provinces"))
                for prefix in ("", "old_")
                for communes in self._files.all(f"{prefix}communes")
            )
        )

    def catalogue(self) -> Catalogue:
        """What is offered on this day."""
        if self._catalogue is None:
            checklist = self._files.one("checklist")
            self._catalogue = _offered_on(self, self._files.all("tariff"), checklist)
        return self._catalogue


@lru_cache(maxsize=2)
def _by_code(communes: ReferenceFile, provinces: ReferenceFile) -> Mapping[str, Place]:
    return {place.code: place for place in parse_communes(communes, provinces)}


@lru_cache(maxsize=2)
def _gazetteer(pairs: tuple[tuple[ReferenceFile, ReferenceFile], ...]) -> Gazetteer:
    return Gazetteer([place for pair in pairs for place in parse_communes(*pair)])


def _offered_on(
    book: ReferenceBook, tariffs: tuple[ReferenceFile, ...], checklist: ReferenceFile
) -> Catalogue:
    titles = {file.title: None for file in tariffs}
    standard = (rate for rate in book.vat_rates if rate.vat_class == VatClass.STANDARD)
    return Catalogue(
        valid_on=book.day,
        services=tuple(_offered(service, book.value_added) for service in book.services),
        value_added=_offered_value_added(book.value_added),
        checklist=parse_checklist(checklist),
        vat_rate_bp=next((r.rate_bp for r in standard if r.holds_on(book.day)), None),
        tariff_title=" · ".join(titles),
    )


def _offered(service: Service, value_added: tuple[ValueAdded, ...]) -> OfferedService:
    order = list(dict.fromkeys(row.code for row in value_added))
    codes = {row.code for row in value_added if row.service == service.code}
    return OfferedService(
        code=service.code,
        label=service.label,
        short_label=service.short_label,
        s10_prefix=service.s10_prefix,
        max_g=service.max_g,
        max_side_cm=service.max_side_cm,
        max_sum_cm=service.max_sum_cm,
        max_declared_vnd=service.max_declared_vnd,
        max_cod_vnd=service.max_cod_vnd,
        value_added=tuple(code for code in order if code in codes),
    )


def _offered_value_added(rows: tuple[ValueAdded, ...]) -> tuple[OfferedValueAdded, ...]:
    first: dict[str, ValueAdded] = {}
    for row in rows:
        first.setdefault(row.code, row)
    return tuple(
        OfferedValueAdded(row.code, row.label, row.basis, row.excludes, row.payer)
        for row in first.values()
    )
