"""The number of a complaint: the counter's own serial, unique without any network.

``100950-2-K0000018``: office, counter, a serial of six digits and a check digit (ISO 7064
MOD 11,10 over office, counter and serial). A counter that began anew names its epoch, as its
drawer does: ``100950-2-E2-K0000017``.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

from stdnum.iso7064 import mod_11_10

from app.errors import UserError

LARGEST_SERIAL = 999_999
_SHAPE = re.compile(r"([0-9]{6})-?([0-9]{1,2})-?(?:E([0-9]{1,4})-?)?K([0-9]{6})([0-9])")


@dataclass(eq=False)
class WrongComplaintNumber(UserError):
    """A digit of it was misread: the check digit says so."""

    code: ClassVar[str] = "complaint_number.wrong"


def complaint_number(office: str, counter: str, serial: int, epoch: int = 1) -> str:
    """The number as it is printed."""
    digits = f"{serial:06d}"
    began_anew = "" if epoch == 1 else f"-E{epoch}"
    return f"{office}-{counter}{began_anew}-K{digits}{_check(office, counter, digits, epoch)}"


def looks_like_complaint(text: str) -> bool:
    """Whether ``text`` has the shape, right or wrong."""
    return _SHAPE.fullmatch(_packed(text)) is not None


def parse_complaint_number(text: str) -> str:
    """The number in its printed form. Raises WrongComplaintNumber."""
    if not (parts := _SHAPE.fullmatch(_packed(text))):
        raise WrongComplaintNumber
    office, counter, epoch, digits, check = parts.groups()
    if check != _check(office, counter, digits, int(epoch or 1)):
        raise WrongComplaintNumber
    return complaint_number(office, counter, int(digits), int(epoch or 1))


def serial_of(number: str) -> int:
    """The serial inside a whole number."""
    return int(number.split("-K")[1][:6])


def counter_of(number: str) -> str:
    """The counter and its epoch that gave a whole number, as its drawer is named."""
    return number.partition("-K")[0]


def office_of(number: str) -> str:
    """The office that a whole number was given at."""
    return number[:6]


def _packed(text: str) -> str:
    compact = "".join(text.split()).upper().replace("–", "-")
    return compact.removeprefix("TEM1:K:")


def _check(office: str, counter: str, digits: str, epoch: int) -> str:
    read = f"{office}{int(counter):02d}{digits}" + ("" if epoch == 1 else str(epoch))
    return str(mod_11_10.calc_check_digit(read))
