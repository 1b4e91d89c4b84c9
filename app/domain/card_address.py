"""The commune in the one-line address of a citizen card."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.names import fold
from app.domain.places import Place


@dataclass(frozen=True, slots=True)
class CardAddress:
    """``commune`` is None when the card names none for certain; ``street`` keeps the rest."""

    street: str
    commune: Place | None


_COMMUNE = re.compile(r"(phường|xã|thị trấn|đặc khu)\s", re.IGNORECASE)
_KIND = re.compile(
    r"^(phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh|p|x|tt|q|h|tx|tp|t)[.\s]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OldAddress:
    """What an address with a district names today: one commune, several after a split, or none."""

    street: str
    candidates: tuple[Place, ...]


def convert_old(address: str, places: Callable[[str], tuple[Place, ...]]) -> OldAddress:
    """Today's communes for "12 Hàng Bài, phường Hàng Bài, quận Hoàn Kiếm, Hà Nội".

    A unit that was split between several is not guessed: whoever knows is asked once.
    """
    parts = [part.strip() for part in address.split(",") if part.strip()]
    for street, unit in _splits(parts):
        found = tuple(place for place in places(" ".join(unit)) if _is_meant(place, unit))
        if found:
            return OldAddress(", ".join(street), found)
    return OldAddress(address.strip(), ())


def find_on_card(address: str, places: Callable[[str], tuple[Place, ...]]) -> CardAddress:
    """Split "Số 1 phố Thử, Phường X, Hà Nội" where the last words name exactly one commune.

    Cards from before 2025-07 have a district between, mostly without its kind: "Đa Tốn, Gia Lâm,
    Hà Nội". Many a commune of today bears the name of such a district, so that reading comes
    first, and an old unit that several communes share is not guessed.
    """
    found = convert_old(address, places)
    if len(found.candidates) == 1:
        return CardAddress(found.street, found.candidates[0])
    return CardAddress(address, None)


def _splits(parts: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Street and unit: with a district between, and as today."""
    as_today = len(parts) > 1 and _COMMUNE.match(parts[-2])
    for levels in (2, 3) if as_today else (3, 2):
        if len(parts) >= levels:
            unit = parts[-levels:]
            yield parts[:-levels], [*unit[:-1], _bare(unit[-1])]


def _is_meant(place: Place, unit: list[str]) -> bool:
    """The proposal must bear the very names on the card."""
    if place.was:
        return all(map(_names, place.was.split(","), unit[:-1]))
    return len(unit) == 2 and _names(place.name, unit[0]) and _names(place.province_name, unit[1])


def _names(name: str, words: str) -> bool:
    return fold(_bare(name.strip())) == fold(_bare(words))


def _bare(name: str) -> str:
    """Without the word that says what kind of unit it is."""
    return _KIND.sub("", name)
