"""The UPU S10 item identifier: two letters, eight digits, a check digit, two country letters."""

import re
from dataclasses import dataclass
from typing import ClassVar

from app.errors import UserError

_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_SHAPE = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")
_BETWEEN = re.compile(r"[\s.\-]+")
_LONGEST_SHOWN = 24
_LONGEST_READ = 64
_LAST_SERIAL = 99_999_999


@dataclass(eq=False)
class WrongItemCode(UserError):
    """The text has not the shape of an item number. ``text`` is cut to what fits a line."""

    code: ClassVar[str] = "item_code.shape"
    text: str


@dataclass(eq=False)
class WrongItemCheckDigit(WrongItemCode):
    """The shape is right and a character is not."""

    code: ClassVar[str] = "item_code.check_digit"


@dataclass(frozen=True, slots=True)
class ItemCode:
    """``text`` is the whole code, 13 characters."""

    text: str

    @property
    def prefix(self) -> str:
        return self.text[:2]

    @property
    def serial(self) -> int:
        return int(self.text[2:10])

    @property
    def country(self) -> str:
        return self.text[11:]


def check_digit(serial8: str) -> int:
    """The ninth digit for the eight of ``serial8``."""
    remainder = sum(w * int(d) for w, d in zip(_WEIGHTS, serial8, strict=True)) % 11
    return {10: 0, 11: 5}.get(11 - remainder, 11 - remainder)


def make_item_code(prefix: str, serial: int, country: str = "VN") -> str:
    """The code of ``serial`` (0 to 99,999,999), which a lease gives; anything else is a bug."""
    if not 0 <= serial <= _LAST_SERIAL:
        raise ValueError("an item serial has eight digits")
    digits = f"{serial:08d}"
    made = f"{prefix}{digits}{check_digit(digits)}{country}"
    if not _SHAPE.fullmatch(made):
        raise ValueError("prefix and country of an item number are two capital letters each")
    return made


def parse_item_code(text: str) -> ItemCode:
    """Read a code typed or scanned, in any case, with blanks, dots or dashes between.

    Raises WrongItemCode for another shape and WrongItemCheckDigit for a wrong character.
    """
    packed = _BETWEEN.sub("", text[:_LONGEST_READ]).upper()
    if not _SHAPE.fullmatch(packed) or len(text) > _LONGEST_READ:
        raise WrongItemCode(text=_short(text))
    if check_digit(packed[2:10]) != int(packed[10]):
        raise WrongItemCheckDigit(text=grouped(packed))
    return ItemCode(packed)


def grouped(code: str) -> str:
    """``RR 473 124 829 GB``, as it stands under the bars."""
    return f"{code[:2]} {code[2:5]} {code[5:8]} {code[8:11]} {code[11:]}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
