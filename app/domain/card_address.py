"""The commune in the one-line address of a citizen card."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.domain.names import fold
from app.domain.places import Place


@dataclass(frozen=True, slots=True)
class CardAddress:
    """``commune`` is None when the card names none for certain; ``street`` keeps the rest."""

    street: str
    commune: Place | None


def find_on_card(address: str, places: Callable[[str], tuple[Place, ...]]) -> CardAddress:
    """Split "Số 1 phố Thử, Phường X, Hà Nội" where the last words name exactly one commune."""
    parts = [part.strip() for part in address.split(",") if part.strip()]
    for street, unit in _splits(parts):
        found = [place for place in places(" ".join(unit)) if _is_meant(place, unit)]
        if len(found) == 1:
            return CardAddress(", ".join(street), found[0])
    return CardAddress(address, None)


def _splits(parts: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Street and unit: commune and province as today, then with a district between."""
    for levels in (2, 3):
        if len(parts) >= levels:
            yield parts[:-levels], parts[-levels:]


def _is_meant(place: Place, unit: list[str]) -> bool:
    """The proposal must bear the very name on the card; a present one its province, too."""
    if place.was:
        return _names(place.was.split(",")[0], unit[0])
    return _names(place.name, unit[0]) and _names(place.province_name, unit[-1])


def _names(name: str, words: str) -> bool:
    return f" {fold(name)} " in f" {fold(words)} "
