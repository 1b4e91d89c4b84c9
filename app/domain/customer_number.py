"""The customer number ``PP YY NNNNNNN CC``: province and year of issue, serial, check.

It says area and age and nothing more. CC is ISO 7064 MOD 97-10: every single wrong digit and
every swap of neighbours is caught.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from stdnum.iso7064 import mod_97_10

from app.errors import UserError

_SHAPE = re.compile(r"(?!00)[0-9]{13}")
_ISSUED_BY = re.compile(r"(?!00)[0-9]{4}")
_BETWEEN = re.compile(r"[\s.\-]+")
_LONGEST_READ = 64
_LAST_SERIAL = 9_999_999


@dataclass(eq=False)
class WrongCustomerNumber(UserError):
    """Not thirteen digits, or not the right ones."""

    code: ClassVar[str] = "customer_number.wrong"


def make_customer_number(prefix4: str, serial: int) -> str:
    """``prefix4`` is PPYY; ``serial``, 0 to 9,999,999, comes from a lease.

    Raises ValueError for anything else: that is a bug.
    """
    if not _ISSUED_BY.fullmatch(prefix4) or not 0 <= serial <= _LAST_SERIAL:
        raise ValueError("a customer number is made of four digits and a serial of seven")
    payload = f"{prefix4}{serial:07d}"
    return payload + mod_97_10.calc_check_digits(payload)


def parse_customer_number(text: str) -> str:
    """The thirteen digits, read with or without blanks, dots and dashes between.

    Raises WrongCustomerNumber.
    """
    packed = _BETWEEN.sub("", text) if len(text) <= _LONGEST_READ else ""
    if not is_customer_number(packed):
        raise WrongCustomerNumber
    return packed


def is_customer_number(text: str) -> bool:
    """Whether ``text`` is thirteen digits that agree with their check digits."""
    return bool(_SHAPE.fullmatch(text)) and mod_97_10.is_valid(text)


def grouped(number: str) -> str:
    """``01 26 0000123 45``, as it is read out and printed."""
    return f"{number[:2]} {number[2:4]} {number[4:11]} {number[11:]}"
