"""The services that items are posted by, with their limits."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker, rule_id

COLUMNS = (
    "id", "code", "label", "short_label", "s10_prefix", "max_g", "max_side_cm", "max_sum_cm",
    "volume_divisor", "max_declared_vnd", "max_cod_vnd", "vat",
)  # fmt: skip

_PREFIX = re.compile(r"[A-Z]{2}")
_HEAVIEST_G = 10_000_000


class ServiceCode(StrEnum):
    """Bưu phẩm bảo đảm, bưu kiện, bưu chính ủy thác, EMS."""

    REGISTERED = "registered"
    PARCEL = "parcel"
    CONSIGNED = "consigned"
    EMS = "ems"


class VatClass(StrEnum):
    """Which rate of the tax holds for a service."""

    STANDARD = "standard"
    EXEMPT = "exempt"


SERVICES = tuple(code.value for code in ServiceCode)
VAT_CLASSES = tuple(each.value for each in VatClass)


@dataclass(frozen=True, slots=True)
class Service:
    """``volume_divisor``: cm³ that count as a kilogram, 0 where volume does not count."""

    id: str
    code: str
    label: str
    short_label: str
    s10_prefix: str
    max_g: int
    max_side_cm: int
    max_sum_cm: int
    volume_divisor: int
    max_declared_vnd: int
    max_cod_vnd: int
    vat: str


@lru_cache(maxsize=8)
def parse_services(file: ReferenceFile) -> tuple[Service, ...]:
    """Raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    services = tuple(service for _, service in check.each(_service))
    check.close()
    return services


def _service(check: RowChecker, row: Row) -> Service:
    check.once(row, "code")
    return Service(
        id=rule_id(check, row),
        code=check.choice(row, "code", SERVICES),
        label=check.text(row, "label"),
        short_label=check.text(row, "short_label"),
        s10_prefix=check.shaped(row, "s10_prefix", _PREFIX, "CA"),
        max_g=check.number(row, "max_g", least=1, most=_HEAVIEST_G),
        max_side_cm=check.number(row, "max_side_cm", least=1),
        max_sum_cm=check.number(row, "max_sum_cm", least=1),
        volume_divisor=check.number(row, "volume_divisor"),
        max_declared_vnd=check.number(row, "max_declared_vnd"),
        max_cod_vnd=check.number(row, "max_cod_vnd"),
        vat=check.choice(row, "vat", VAT_CLASSES),
    )
