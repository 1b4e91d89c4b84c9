"""The citizen card: its twelve-digit number and the text of its QR code.

The QR text is plain: it proves nothing about who holds the card. It is read once and forgotten;
neither it nor any part of it stands in an error.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from app.domain.names import WrongName, clean_name, nfc
from app.errors import UserError

Sex = Literal["male", "female"]

_SEXES: dict[str, Sex] = {"nam": "male", "nữ": "female"}
_NUMBER = re.compile(r"[0-9]{12}")
_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")
_DATE = re.compile(r"([0-9]{2})/?([0-9]{2})/?([0-9]{4})")
_LONGEST_CARD = 1_000
_LONGEST_NUMBER = 32
_LONGEST_ADDRESS = 300
_BLANKS = " \t\r\n"  # not the no-break blank: that is half of a spoilt "à"

# Provinces as numbered until 2025-06; cards keep these for life. Countries of birth, for citizens
# registered abroad, are numbered from 101.
_PROVINCES = frozenset((
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
))  # fmt: skip
_COUNTRIES = range(101, 400)

# UTF-8 read as a Windows code page turns each Vietnamese letter into a pair that ends in a sign
# or in one of these letters; "?" is what a scanner types for a letter that it has no key for.
_TELLTALE = frozenset("?ƒŒœŠšŽžŸªºµˆ")

_NUMBER_LABEL = "số căn cước"
_OLD_LABEL = "số chứng minh cũ"
_NAME_LABEL = "họ và tên"
_BIRTH_LABEL = "ngày sinh"
_SEX_LABEL = "giới tính"
_ADDRESS_LABEL = "nơi thường trú"
_ISSUED_LABEL = "ngày cấp"


@dataclass(eq=False)
class WrongCitizenNumber(UserError):
    """Not twelve digits that begin with a province or a country."""

    code: ClassVar[str] = "citizen_number.wrong"
    field: ClassVar[str] = "citizen"


@dataclass(eq=False)
class UnreadableCitizenCard(UserError):
    """The text is not that of a card: fields are missing or it is far too long."""

    code: ClassVar[str] = "citizen_card.unreadable"
    field: ClassVar[str] = "citizen"


@dataclass(eq=False)
class CitizenCardField(UnreadableCitizenCard):
    """One field of the card holds what it cannot hold."""

    code: ClassVar[str] = "citizen_card.field"
    field_label: str


@dataclass(eq=False)
class CitizenCardContradiction(CitizenCardField):
    """The field disagrees with the card's number, or with another field."""

    code: ClassVar[str] = "citizen_card.contradiction"


@dataclass(eq=False)
class CitizenCardGarbled(CitizenCardField):
    """Vietnamese letters came as "?" or as pairs of signs: the scanner types, it does not send."""

    code: ClassVar[str] = "citizen_card.garbled"


@dataclass(frozen=True, slots=True, repr=False)
class CitizenCard:
    """What a card says. ``old_number`` is the paper it replaced, "" when none."""

    number: str
    old_number: str
    full_name: str
    birth_date: date
    sex: Sex
    address_text: str
    issued_on: date | None

    def __repr__(self) -> str:
        return f"CitizenCard({mask_citizen(self.number)})"


def parse_citizen_card(text: str, today: date | None = None) -> CitizenCard:
    """Read the QR text of a card: the first seven fields, the rest is not looked at.

    ``today``, when given, refuses dates in the future. Raises UnreadableCitizenCard and its kinds.
    """
    if len(text) > _LONGEST_CARD:
        raise UnreadableCitizenCard
    fields = [field.strip(_BLANKS) for field in nfc(text).split("|")[:7]]
    if len(fields) < 6:
        raise UnreadableCitizenCard
    number, old_number, name, birth, sex, address, issued = [*fields, ""][:7]
    card = CitizenCard(
        number=_read_number(number),
        old_number=_read_old_number(old_number, number),
        full_name=_read_name(name),
        birth_date=_read_date(birth, _BIRTH_LABEL),
        sex=_read_sex(sex),
        address_text=_read_address(address),
        issued_on=_read_date(issued, _ISSUED_LABEL) if issued else None,
    )
    _refuse_contradictions(card, today)
    return card


def check_citizen_number(number: str) -> str:
    """The twelve digits without blanks. Raises WrongCitizenNumber."""
    packed = "".join(number.split()) if len(number) <= _LONGEST_NUMBER else ""
    if not _NUMBER.fullmatch(packed):
        raise WrongCitizenNumber
    place = int(packed[:3])
    if place not in _PROVINCES and place not in _COUNTRIES:
        raise WrongCitizenNumber
    return packed


def born_and_sex(number: str) -> tuple[int, Sex]:
    """The year of birth and the sex that a citizen number tells."""
    century, woman = divmod(int(number[3]), 2)
    return 1900 + 100 * century + int(number[4:6]), "female" if woman else "male"


def mask_citizen(number: str) -> str:
    """The form shown everywhere: ``0010••••••01``."""
    return number[:4] + "•" * max(len(number) - 6, 0) + number[-2:]


def _read_number(written: str) -> str:
    try:
        return check_citizen_number(written)
    except WrongCitizenNumber:
        raise CitizenCardField(field_label=_NUMBER_LABEL) from None


def _read_old_number(written: str, number: str) -> str:
    if written in ("", number):
        return ""
    if not _OLD_NUMBER.fullmatch(written):
        raise CitizenCardField(field_label=_OLD_LABEL)
    return written


def _read_name(written: str) -> str:
    _refuse_garbled(written, _NAME_LABEL)
    try:
        return clean_name(written)
    except WrongName:
        raise CitizenCardField(field_label=_NAME_LABEL) from None


def _read_address(written: str) -> str:
    _refuse_garbled(written, _ADDRESS_LABEL)
    if len(written) > _LONGEST_ADDRESS:
        raise CitizenCardField(field_label=_ADDRESS_LABEL)
    return " ".join(written.split())


def _read_date(written: str, label: str) -> date:
    found = _DATE.fullmatch(written)
    if found is None:
        raise CitizenCardField(field_label=label)
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        raise CitizenCardField(field_label=label) from None


def _read_sex(written: str) -> Sex:
    sex = _SEXES.get(written.lower())
    if sex is None and written[:1].lower() == "n":
        raise CitizenCardGarbled(field_label=_SEX_LABEL)
    if sex is None:
        raise CitizenCardField(field_label=_SEX_LABEL)
    return sex


def _refuse_garbled(written: str, label: str) -> None:
    if not all(map(_belongs, written)) or "Ã’" in written or "Ă’" in written:
        raise CitizenCardGarbled(field_label=label)


def _belongs(character: str) -> bool:
    """Whether the character can stand in a Vietnamese name or address."""
    if character.isascii() or character.isalpha():
        return character.isprintable() and character not in _TELLTALE
    return character in "’–" or unicodedata.combining(character) > 0


def _refuse_contradictions(card: CitizenCard, today: date | None) -> None:
    birth_year, sex = born_and_sex(card.number)
    if card.sex != sex:
        raise CitizenCardContradiction(field_label=_SEX_LABEL)
    if card.birth_date.year != birth_year:
        raise CitizenCardContradiction(field_label=_BIRTH_LABEL)
    if today is not None and card.birth_date > today:
        raise CitizenCardContradiction(field_label=_BIRTH_LABEL)
    if card.issued_on is not None:
        future = today is not None and card.issued_on > today
        if future or card.issued_on < card.birth_date:
            raise CitizenCardContradiction(field_label=_ISSUED_LABEL)
