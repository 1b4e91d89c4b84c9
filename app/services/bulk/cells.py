"""Cells of a business sender's file, read the ways that people write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from app.domain.names import fold
from app.domain.reference.catalogue import Catalogue
from app.errors import UserError

_GROUPED = re.compile(r"[0-9]{1,3}([., ][0-9]{3})+|[0-9]+")
_WEIGHT = re.compile(r"([0-9][0-9., ]*?)\s*(kg|gram|gam|gr|g)?", re.IGNORECASE)
_CURRENCY = re.compile(r"\s*(đ|vnđ|vnd|đồng)\.?$", re.IGNORECASE)
_SIDES = re.compile(r"([0-9]{1,5})\s*[x×*\- ]\s*([0-9]{1,5})\s*[x×*\- ]\s*([0-9]{1,5})(\s*cm)?")
_SHORT_PHONE = re.compile(r"[1-9][0-9]{8}")
_BETWEEN = re.compile(r"[,;+/]")
_MOST_DIGITS = 12


@dataclass(eq=False)
class CellUnreadable(UserError):
    """``cell`` as it stands in the file, cut to what fits a line."""

    cell: str


@dataclass(eq=False)
class WeightUnreadable(CellUnreadable):
    code: ClassVar[str] = "bulk.weight_unreadable"
    field: ClassVar[str] = "weight"


@dataclass(eq=False)
class AmountUnreadable(CellUnreadable):
    code: ClassVar[str] = "bulk.amount_unreadable"


@dataclass(eq=False)
class SizeUnreadable(CellUnreadable):
    code: ClassVar[str] = "bulk.size_unreadable"
    field: ClassVar[str] = "size"


@dataclass(eq=False)
class ServiceUnreadable(CellUnreadable):
    code: ClassVar[str] = "bulk.service_unreadable"
    field: ClassVar[str] = "service"


@dataclass(eq=False)
class ValueAddedUnreadable(CellUnreadable):
    code: ClassVar[str] = "bulk.value_added_unreadable"
    field: ClassVar[str] = "value_added"


def read_weight(cell: str) -> int:
    """Grams: ``1250``, ``1.250 g``, ``1,25 kg``. Raises WeightUnreadable."""
    found = _WEIGHT.fullmatch(cell.strip())
    if found is None:
        raise WeightUnreadable(cell=_short(cell))
    number, unit = found[1].strip(), (found[2] or "g").lower()
    if unit != "kg":
        return _whole(number, WeightUnreadable)
    if not re.fullmatch(r"[0-9]{1,6}([.,][0-9]{1,3})?", number):
        raise WeightUnreadable(cell=_short(cell))
    return int(Decimal(number.replace(",", ".")) * 1000)


def read_amount(cell: str) -> int:
    """Whole đồng: ``1500000``, ``1.500.000 đ``. Raises AmountUnreadable."""
    return _whole(_CURRENCY.sub("", cell.strip()), AmountUnreadable)


def read_sides(cell: str) -> tuple[int, int, int]:
    """Centimetres: ``40x30x20``. Raises SizeUnreadable."""
    found = _SIDES.fullmatch(cell.strip().lower())
    if found is None:
        raise SizeUnreadable(cell=_short(cell))
    return int(found[1]), int(found[2]), int(found[3])


def read_phone(cell: str) -> str:
    """As it was meant: a sheet takes the nought off a phone that it holds for a number."""
    packed = re.sub(r"[\s.\-]", "", cell)
    return "0" + packed if _SHORT_PHONE.fullmatch(packed) else cell


def read_service(cell: str, catalogue: Catalogue) -> str:
    """By code, by name, or by the letters that its numbers begin with. Raises ServiceUnreadable."""
    sought = fold(cell)
    for each in catalogue.services:
        if sought in {fold(word) for word in (each.code, each.label, each.short_label)}:
            return each.code
    for each in catalogue.services:
        if sought == each.s10_prefix.lower():
            return each.code
    raise ServiceUnreadable(cell=_short(cell))


def read_value_added(cell: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Codes or names with a comma between. Raises ValueAddedUnreadable."""
    known = {
        fold(word): each.code for each in catalogue.value_added for word in (each.code, each.label)
    }
    words = [word for word in map(str.strip, _BETWEEN.split(cell)) if word]
    return tuple(dict.fromkeys(_codes(words, known)))


def _codes(words: Iterable[str], known: dict[str, str]) -> Iterable[str]:
    for word in words:
        if fold(word) not in known:
            raise ValueAddedUnreadable(cell=_short(word))
        yield known[fold(word)]


def _whole(number: str, unreadable: type[CellUnreadable]) -> int:
    if not _GROUPED.fullmatch(number) or len(number) > _MOST_DIGITS + 4:
        raise unreadable(cell=_short(number))
    return int(re.sub(r"[., ]", "", number))


def _short(cell: str) -> str:
    return cell if len(cell) <= 30 else cell[:29] + "…"
