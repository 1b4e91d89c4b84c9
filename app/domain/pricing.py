"""Postage, surcharges, value-added services and VAT: the only module that computes a price."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.domain.limits import Amounts, check_size, check_weight, chosen_value_added
from app.domain.money import format_rate, percent_of
from app.domain.reference.book import ReferenceBook
from app.domain.reference.services import Service
from app.domain.reference.surcharges import Applies, Surcharge
from app.domain.reference.value_added import Basis, ValueAdded
from app.domain.tax import vat_rate
from app.domain.weight import charged_g, format_g, volumetric_g


@dataclass(frozen=True, slots=True)
class PriceLine:
    """One printed line: ``rule`` names the row of the tariff that gave it."""

    rule: str
    label: str
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class Quote:
    """The price of one item. ``lines`` ends with VAT; their sum is ``total_vnd``."""

    service: str
    zone: str
    volumetric_g: int
    charged_g: int
    lines: tuple[PriceLine, ...]
    net_vnd: int
    vat_rate_bp: int
    vat_vnd: int
    total_vnd: int
    tariff: str
    tariff_title: str


@dataclass(frozen=True, slots=True)
class ItemToPrice:
    """What a price depends on. ``origin`` and ``destination`` are province codes.

    ``at`` is the moment of acceptance: by its day in Vietnam everything is chosen.
    """

    service: str
    actual_g: int
    origin: str
    destination: str
    at: datetime
    size_cm: tuple[int, int, int] | None = None
    declared_vnd: int = 0
    cod_vnd: int = 0
    value_added: tuple[str, ...] = ()
    remote: bool = False


def price_item(item: ItemToPrice, book: ReferenceBook) -> Quote:
    """Price one item with what is valid at ``item.at``, whatever day ``book`` was opened for.

    Raises UnknownService, WrongWeight, WrongSize, UnknownProvince, the refusals of
    ``app.domain.limits``, and NoTariff or NoVatRate when nothing valid prices the item.
    """
    book = book.at(item.at)
    service = book.service(item.service)
    by_volume_g = _checked_volume_g(item, service)
    amounts = Amounts(item.declared_vnd, item.cod_vnd)
    value_added = chosen_value_added(service, item.value_added, amounts, book.value_added)
    tariff = book.tariff(service)
    zone = book.zones.between(item.origin, item.destination)
    weight_g = charged_g(item.actual_g, by_volume_g)
    row = tariff.row_for(service.code, zone, weight_g)
    main = PriceLine(row.id, f"{row.label}, {format_g(weight_g)}", row.postage_vnd(weight_g))
    lines = (
        main,
        *_surcharge_lines(item, main.amount_vnd, book.surcharges),
        *(_value_added_line(each, amounts) for each in value_added),
    )
    net_vnd = sum(line.amount_vnd for line in lines)
    tax = vat_rate(book.vat_rates, service.vat, item.at)
    vat = PriceLine(tax.id, _rated(tax.label, tax.rate_bp), percent_of(net_vnd, tax.rate_bp))
    return Quote(
        service=service.code,
        zone=zone,
        volumetric_g=by_volume_g,
        charged_g=weight_g,
        lines=(*lines, vat),
        net_vnd=net_vnd,
        vat_rate_bp=tax.rate_bp,
        vat_vnd=vat.amount_vnd,
        total_vnd=net_vnd + vat.amount_vnd,
        tariff=tariff.version,
        tariff_title=tariff.title,
    )


def _checked_volume_g(item: ItemToPrice, service: Service) -> int:
    """Volumetric grams, 0 without a size or where volume does not count."""
    check_weight(service, item.actual_g)
    if item.size_cm is None:
        return 0
    by_volume_g = volumetric_g(item.size_cm, service.volume_divisor)
    check_size(service, item.size_cm)
    return by_volume_g


def _surcharge_lines(
    item: ItemToPrice, main_vnd: int, surcharges: tuple[Surcharge, ...]
) -> Iterator[PriceLine]:
    """Bulky goods first: the other surcharges are of the postage with it."""
    base_vnd = main_vnd
    for applies in (Applies.BULKY, Applies.REMOTE, Applies.ALWAYS):
        rows = [each for each in surcharges if each.applies == applies and _hits(each, item)]
        lines = [
            PriceLine(row.id, _rated(row.label, row.rate_bp), percent_of(base_vnd, row.rate_bp))
            for row in rows
        ]
        yield from lines
        if applies == Applies.BULKY:
            base_vnd += sum(line.amount_vnd for line in lines)


def _hits(surcharge: Surcharge, item: ItemToPrice) -> bool:
    if surcharge.service != item.service:
        return False
    if surcharge.applies == Applies.BULKY:
        return item.size_cm is not None and surcharge.bulky(item.size_cm)
    return item.remote or surcharge.applies == Applies.ALWAYS


def _value_added_line(row: ValueAdded, amounts: Amounts) -> PriceLine:
    base_vnd = amounts.base_vnd(row.basis)
    fee_vnd = row.fee_vnd(base_vnd)
    if row.basis == Basis.FLAT:
        label = row.label
    elif fee_vnd > percent_of(base_vnd, row.rate_bp):
        label = row.min_label
    else:
        label = _rated(row.label, row.rate_bp)
    return PriceLine(row.id, label, fee_vnd)


def _rated(label: str, rate_bp: int) -> str:
    return f"{label} {format_rate(rate_bp)}" if rate_bp else label
