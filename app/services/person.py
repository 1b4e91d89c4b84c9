"""Reading what a form says of a person, field by field, into what the journal records."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from app.domain.citizen import born_and_sex, check_citizen_number
from app.domain.phones import normalise_phone
from app.domain.reference.book import ReferenceBook
from app.errors import UserError
from app.journal.kinds.customers import Citizen
from app.services.entering import NoteUnusable, StreetUnusable, read_text
from app.store.lookups import citizen_lookup

CitizenSource = Literal["card", "typed"]
LONGEST_STREET = 200
LONGEST_NOTE = 500
MOST_PHONES = 5
EARLIEST_YEAR = 1900

_OLD_NUMBER = re.compile(r"[0-9]{9}|[0-9]{12}")


@dataclass(eq=False)
class WrongBirthDate(UserError):
    """In the future, or before anyone alive was born."""

    code: ClassVar[str] = "customer.birth_date"
    field: ClassVar[str] = "birth_date"


@dataclass(eq=False)
class WrongSex(UserError):
    code: ClassVar[str] = "customer.sex"
    field: ClassVar[str] = "sex"


@dataclass(eq=False)
class BirthDateContradiction(UserError):
    """The citizen number tells another year of birth."""

    code: ClassVar[str] = "customer.other_birth_year"
    field: ClassVar[str] = "birth_date"
    year: int


@dataclass(eq=False)
class SexContradiction(UserError):
    """The citizen number tells the other sex."""

    code: ClassVar[str] = "customer.other_sex"
    field: ClassVar[str] = "sex"


@dataclass(eq=False)
class WrongOldNumber(UserError):
    """The number of the paper before the card has neither nine nor twelve digits."""

    code: ClassVar[str] = "customer.old_number"
    field: ClassVar[str] = "citizen"


@dataclass(eq=False)
class TooManyPhones(UserError):
    code: ClassVar[str] = "customer.too_many_phones"
    field: ClassVar[str] = "phone"
    limit: int


@dataclass(frozen=True, slots=True, repr=False)
class CitizenPaper:
    """A citizen number (12 digits) and where it was read. The card's raw text is never kept."""

    number: str
    source: CitizenSource
    old_number: str = ""
    issued_on: date | None = None


def read_birth_date(birth_date: date | None, today: date) -> str | None:
    """ISO 8601. Raises WrongBirthDate."""
    if birth_date is None:
        return None
    if birth_date.year < EARLIEST_YEAR or birth_date > today:
        raise WrongBirthDate
    return birth_date.isoformat()


def read_sex(sex: str | None) -> str | None:
    """ "male", "female" or None. Raises WrongSex."""
    if sex not in (None, "male", "female"):
        raise WrongSex
    return sex


def read_phones(phones: Iterable[str]) -> list[str]:
    """E.164, each once, in the order given. Raises WrongPhone and TooManyPhones."""
    read = list(dict.fromkeys(normalise_phone(phone) for phone in phones))
    if len(read) > MOST_PHONES:
        raise TooManyPhones(limit=MOST_PHONES)
    return read


def read_street(street: str) -> str:
    """Raises StreetUnusable."""
    return read_text(street, LONGEST_STREET, StreetUnusable)


def read_note(note: str) -> str:
    """Raises NoteUnusable."""
    return read_text(note, LONGEST_NOTE, NoteUnusable)


def scheme_of(commune: str, book: ReferenceBook) -> str:
    """The list that the commune's code belongs to; "" for none. Raises UnknownPlace."""
    return book.place(commune).scheme if commune else ""


def read_citizen(paper: CitizenPaper | None, lookup_key: bytes) -> Citizen | None:
    """The number with the hashes it is found by. Raises WrongCitizenNumber, WrongOldNumber."""
    if paper is None:
        return None
    number = check_citizen_number(paper.number)
    old_number = "" if paper.old_number == number else paper.old_number
    if old_number and not _OLD_NUMBER.fullmatch(old_number):
        raise WrongOldNumber
    return Citizen(
        number=number,
        lookup=citizen_lookup(lookup_key, number),
        source=paper.source,
        old_number=old_number,
        old_lookup=citizen_lookup(lookup_key, old_number) if old_number else None,
        issued_on=paper.issued_on.isoformat() if paper.issued_on else None,
    )


def check_agreement(number: str | None, birth_date: str | None, sex: str | None) -> None:
    """Raises BirthDateContradiction or SexContradiction when the citizen number says otherwise."""
    if number is None:
        return
    year, told = born_and_sex(number)
    if birth_date is not None and birth_date[:4] != f"{year:04d}":
        raise BirthDateContradiction(year=year)
    if sex not in (None, told):
        raise SexContradiction
