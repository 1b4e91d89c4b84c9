"""Where a row of a file goes: its address columns held against the gazetteer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.domain.card_address import CardAddress, find_on_card
from app.domain.names import fold
from app.domain.places import Place

_LEVELS = 2
_KIND = re.compile(
    r"^(phuong|xa|thi tran|dac khu|tinh|thanh pho|tp|tt|p|x|t)(?=[. ])[. ]*"
)  # of folded names
FindPlaces = Callable[[str], tuple[Place, ...]]


@dataclass(frozen=True, slots=True)
class Destination:
    """``words`` are those of a commune that was not found for certain."""

    street: str
    commune: Place | None
    words: str


def read_destination(said: Mapping[str, str], places: FindPlaces) -> Destination:
    """From a commune with its province, or from one line with everything; never a guess."""
    if "commune" not in said:
        return _of_line(said.get("address", ""), said.get("street", ""), places)
    words = ", ".join(said[part] for part in ("commune", "province") if part in said)
    street = said.get("street") or said.get("address", "")
    found = _found(words, places)
    if found.commune is not None:
        street = ", ".join(part for part in (street, found.street) if part)
    return Destination(street, found.commune, "" if found.commune else words)


def _of_line(line: str, street: str, places: FindPlaces) -> Destination:
    found = _found(line, places)
    if found.commune is None:
        return Destination(street or line, None, line)
    parts = (street, found.street)
    return Destination(", ".join(part for part in parts if part), found.commune, "")


def _found(line: str, places: FindPlaces) -> CardAddress:
    """As on a card; written without accents, the names alone must fit."""
    found = find_on_card(line, places)
    parts = [part.strip() for part in line.split(",") if part.strip()]
    if found.commune is not None or len(parts) < _LEVELS:
        return found
    commune = _by_names(parts[-_LEVELS:], places)
    return CardAddress(", ".join(parts[:-_LEVELS]), commune) if commune else found


def _by_names(parts: list[str], places: FindPlaces) -> Place | None:
    """The one commune of this name in this province, however its kind is written."""
    commune, province = (_KIND.sub("", fold(part)).strip() for part in parts)
    found = [
        place
        for place in places(f"{commune} {province}")
        if not place.was and (fold(place.name), fold(place.province_name)) == (commune, province)
    ]
    return found[0] if len(found) == 1 else None
