"""Post offices by their six-digit code."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.domain.reference.files import ReferenceFile, Row
from app.domain.reference.rows import RowChecker
from app.domain.vietqr import BankAccount

COLUMNS = ("code", "name", "address", "commune", "province", "hotline")
BANK_COLUMNS = ("bank", "bank_bin", "bank_account", "bank_holder")
"""Where transfers to the office go. A file may be without them, a row may leave them all empty."""
COUNTERS = "counters"
"""The counters that work at an office, set off by blanks. A file may be without them."""

_OFFICE = re.compile(r"[0-9]{6}")
_COMMUNE = re.compile(r"[0-9]{5}")
_PROVINCE = re.compile(r"[0-9]{2}")
_HOTLINE = re.compile(r"[0-9][0-9 .]{2,19}")
_COUNTERS = re.compile(r"[0-9A-Z]{1,4}( [0-9A-Z]{1,4})*")
_BANK_BIN = re.compile(r"[0-9]{6}")
_BANK_ACCOUNT = re.compile(r"[0-9A-Z]{4,19}")


@dataclass(frozen=True, slots=True)
class Office:
    """``commune`` and ``province`` are codes; neither is a part of the office's own code."""

    code: str
    name: str
    address: str
    commune: str
    province: str
    hotline: str
    account: BankAccount | None = None
    counters: tuple[str, ...] = ()


@lru_cache(maxsize=8)
def parse_offices(file: ReferenceFile) -> Mapping[str, Office]:
    """Offices by code; raises ReferenceProblems."""
    banks = BANK_COLUMNS if set(BANK_COLUMNS) & set(file.columns) else ()
    counters = (COUNTERS,) if COUNTERS in file.columns else ()
    check = RowChecker(file, (*COLUMNS, *banks, *counters))
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
        account=_account(check, row),
        counters=_counters(check, row),
    )


def _counters(check: RowChecker, row: Row) -> tuple[str, ...]:
    """None where nobody has said which."""
    if not row.cells.get(COUNTERS):
        return ()
    return tuple(check.shaped(row, COUNTERS, _COUNTERS, "1 2 3").split(" "))


def _account(check: RowChecker, row: Row) -> BankAccount | None:
    """None for an office without one; half an account is reported."""
    if not any(row.cells.get(column) for column in BANK_COLUMNS):
        return None
    return BankAccount(
        bin=check.shaped(row, "bank_bin", _BANK_BIN, "970000"),
        number=check.shaped(row, "bank_account", _BANK_ACCOUNT, "0011001234567"),
        holder=check.text(row, "bank_holder"),
        bank=check.text(row, "bank"),
    )
