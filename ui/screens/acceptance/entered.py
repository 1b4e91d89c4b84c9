"""What stands on the form of one item, what it still lacks, and how it is read; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from app.domain.drafts import ItemEntry
from app.domain.names import clean_addressee
from app.domain.phones import national, normalise_phone
from app.domain.reference.catalogue import Catalogue
from app.domain.weight import WrongWeight, volumetric_g
from app.errors import UserError
from app.services.shipments import ItemDraft, Receiver
from ui.typed import CommuneNotChosen, one_line

FIELDS = (
    "service", "name", "phone", "street", "commune", "weight", "size", "contents", "declared",
    "cod", "value_added", "checked",
)  # fmt: skip

SPELT = {
    "full_name": "name",
    "receiver_name": "name",
    "receiver_phone": "phone",
    "receiver_street": "street",
    "receiver_commune": "commune",
    "receiver_address": "street",
    "actual_g": "weight",
    "size_cm": "size",
    "declared_vnd": "declared",
    "cod_vnd": "cod",
    "checklist": "checked",
}
"""What an error of the counter calls a field, where the form has another word for it."""

_BETWEEN_SIDES = "x×*,;/.-"
_LONGEST_SIDE = 5
_T = TypeVar("_T")


@dataclass(eq=False)
class SizeNotThreeNumbers(UserError):
    """Length, width and height are three whole numbers of centimetres."""

    code: ClassVar[str] = "ui.acceptance.size_not_three"
    field: ClassVar[str] = "size"


@dataclass(frozen=True, slots=True)
class ItemReading:
    """``draft`` holds what could be read; ``problems`` what could not, by field."""

    draft: ItemDraft
    problems: dict[str, UserError]


def missing(entry: ItemEntry, catalogue: Catalogue) -> tuple[str, ...]:
    """What an item cannot go without, in the order of the form."""
    needed: tuple[tuple[str, object], ...] = (
        ("service", entry.service),
        ("name", entry.name.strip()),
        ("phone", entry.phone.strip()),
        ("street", entry.street.strip()),
        ("commune", entry.commune),
        ("weight", entry.weight_g is not None),
        ("contents", entry.contents.strip()),
        ("checked", not catalogue.checklist.missing(entry.service, entry.checked)),
    )
    return tuple(name for name, there in needed if not there)


def fitted(entry: ItemEntry, catalogue: Catalogue) -> ItemEntry:
    """Without what the chosen service does not offer; its own points must be looked at."""
    service = catalogue.service(entry.service)
    if service is None:
        return entry
    offered = frozenset(service.value_added)
    points = frozenset(point.code for point in catalogue.checklist.points_for(entry.service))
    return replace(
        entry,
        declared_vnd=entry.declared_vnd if "declared" in offered else None,
        cod_vnd=entry.cod_vnd if "cod" in offered else None,
        value_added=tuple(code for code in entry.value_added if code in offered),
        checked=tuple(code for code in entry.checked if code in points),
    )


def read(entry: ItemEntry) -> ItemReading:
    """Read every field that is filled; one that cannot be read stays empty in the draft."""
    problems: dict[str, UserError] = {}

    def attempt(name: str, text: str, reading: Callable[[str], _T], otherwise: _T) -> _T:
        if not text.strip():
            return otherwise
        try:
            return reading(text)
        except UserError as error:
            problems[name] = error
            return otherwise

    if entry.commune is None and entry.commune_text.strip():
        problems["commune"] = CommuneNotChosen()
    if entry.weight_g == 0:
        problems["weight"] = WrongWeight(weight_g=0)
    receiver = Receiver(
        name=attempt("name", entry.name, clean_addressee, ""),
        phone=attempt("phone", entry.phone, normalise_phone, ""),
        street=one_line(entry.street),
        commune=entry.commune.code if entry.commune else "",
    )
    draft = ItemDraft(
        service=entry.service,
        contents=one_line(entry.contents),
        actual_g=entry.weight_g or 0,
        receiver=receiver,
        size_cm=attempt("size", entry.size, read_size, None),
        declared_vnd=entry.declared_vnd or 0,
        cod_vnd=entry.cod_vnd or 0,
        value_added=entry.value_added,
        checked=entry.checked,
        label=entry.label,
    )
    return ItemReading(draft, problems)


def read_size(text: str) -> tuple[int, int, int]:
    """``40 30 20``, ``40x30x20``: centimetres. Raises SizeNotThreeNumbers and WrongSize."""
    spaced = text.lower()
    for sign in _BETWEEN_SIDES:
        spaced = spaced.replace(sign, " ")
    sides = spaced.split()
    if len(sides) != 3 or not all(s.isascii() and s.isdecimal() for s in sides):
        raise SizeNotThreeNumbers
    if any(len(side) > _LONGEST_SIDE for side in sides):
        raise SizeNotThreeNumbers
    length, width, height = map(int, sides)
    volumetric_g((length, width, height))  # refuses sides that no item can have
    return length, width, height


def as_written(entry: ItemEntry, name: str) -> ItemEntry:
    """Field ``name`` the way it is usually written; what cannot be read stays as it is."""
    draft = read(entry).draft
    if name == "size" and draft.size_cm is not None:
        return replace(entry, size=written_size(draft.size_cm))
    if name == "phone" and draft.receiver.phone:
        return replace(entry, phone=national(draft.receiver.phone))
    return entry


def written_size(size_cm: tuple[int, int, int]) -> str:
    """``40 × 30 × 20``."""
    return " × ".join(map(str, size_cm))
