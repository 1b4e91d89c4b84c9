"""The commune in the one-line address of a citizen card; Qt-free."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.domain.names import fold
from app.domain.places import Place
from ui.screens.registration.entered import Entered


@dataclass(frozen=True, slots=True)
class CardAddress:
    """``commune`` is None when the card names none for certain; ``street`` keeps the rest."""

    street: str
    commune: Place | None

    def into(self, entered: Entered) -> Entered:
        """The form with this address."""
        return replace(entered, street=self.street, commune=self.commune)


def find_on_card(address: str, places: Callable[[str], tuple[Place, ...]]) -> CardAddress:
    """Split "Số 1 phố Thử, Phường X, Hà Nội" where the last words name exactly one commune."""
    parts = [part.strip() for part in address.split(",") if part.strip()]
    for street, commune, province in _splits(parts):
        found = [
            place
            for place in places(f"{commune} {province}")
            if _named(place.was or place.name, commune)
            and (place.was or _named(place.province_name, province))
        ]
        if len(found) == 1:
            return CardAddress(", ".join(street), found[0])
    return CardAddress(address, None)


def _splits(parts: list[str]) -> Iterator[tuple[list[str], str, str]]:
    """Street, commune, province: as written today, then with a district between."""
    if len(parts) >= 2:
        yield parts[:-2], parts[-2], parts[-1]
    if len(parts) >= 3:
        yield parts[:-3], parts[-3], parts[-1]


def _named(name: str, words: str) -> bool:
    return f" {fold(name)} " in f" {fold(words)} "
