"""Where a stored address lies, in words."""

from app.domain.places import Place
from app.domain.reference.book import ReferenceBook, UnknownPlace
from app.domain.reference.versions import NoReference


def place_of(book: ReferenceBook, commune: str, scheme: str) -> Place | None:
    """The commune that a code of a scheme names; None for no code or one of a lost list."""
    if not commune:
        return None
    try:
        place = book.place(commune)
        return place if place.scheme == scheme else book.gazetteer().by_code(commune, scheme)
    except (UnknownPlace, NoReference):
        return book.gazetteer().by_code(commune, scheme)


def address_line(street: str, place: Place | None) -> str:
    """Street and commune as they stand on a label; either may be missing."""
    return ", ".join(part for part in (street, place.label if place else "") if part)
