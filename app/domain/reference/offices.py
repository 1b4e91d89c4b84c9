"""Post offices by their six-digit code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker

COLUMNS = ("code", "name", "address", "commune", "province", "hotline")

_OFFICE = re.compile(r"[0-9]{6}")
_COMMUNE = re.compile(r"[0-9]{5}")
_PROVINCE = re.compile(r"[0-9]{2}")
_HOTLINE = re.compile(r"[0-9][0-9 .]{2,19}")


@dataclass(frozen=True, slots=True)
class Office:
    """``commune`` and ``province`` are codes; neither is a part of the office's own code."""

    code: str
    name: str
    address: str
    commune: str
    province: str
    hotline: str


@lru_cache(maxsize=8)
def parse_offices(file: ReferenceFile) -> Mapping[str, Office]:
    """Offices by code; raises ReferenceProblems."""
    check = RowChecker(file, COLUMNS)
    offices = {office.code: office for _, office in check.each(_office)}
    check.close()
    return offices


def _office(check: RowChecker, row: Row) -> Office:
    check.once(row, "code")
    return Office(
        code=check.shaped(row, "code", _OFFICE, "100950"),
        name=check.text(row, "name"),
        address=check.text(row, "address"),
        commune=check.shaped(row, "commune", _COMMUNE, "00070"),
        province=check.shaped(row, "province", _PROVINCE, "01"),
        hotline=check.shaped(row, "hotline", _HOTLINE, "1900 0000"),
    )
