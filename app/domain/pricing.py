"""Postage, surcharges, value-added services and VAT: the only module that computes a price."""

from dataclasses import dataclass


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
