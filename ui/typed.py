"""How typed text is read into values, and what is said when it cannot be; Qt-free."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.names import nfc
from app.domain.phones import normalise_phone
from app.errors import UserError

_EARLIEST_YEAR = 1900


@dataclass(eq=False)
class WrongBirthDate(UserError):
    """Not a day of the calendar, or before anyone alive was born."""

    code: ClassVar[str] = "ui.typed.wrong_birth_date"
    field: ClassVar[str] = "birth_date"


@dataclass(eq=False)
class CommuneNotChosen(UserError):
    """Words were typed for the commune and none of the proposals taken."""

    code: ClassVar[str] = "ui.typed.commune_not_chosen"
    field: ClassVar[str] = "commune"


def one_line(text: str) -> str:
    """NFC, single blanks."""
    return " ".join(nfc(text).split())


def capitalised(name: str) -> str:
    """``nguyễn văn an`` as ``Nguyễn Văn An``; a name typed with any capital is left alone."""
    composed = nfc(name)
    if composed != composed.lower():
        return composed
    return " ".join(word[:1].upper() + word[1:] for word in composed.split())


def read_day(text: str) -> date | None:
    """``01011990`` or ``1/1/1990``; None when empty. Raises WrongBirthDate."""
    packed = "".join(text.split()).replace("-", "/").replace(".", "/")
    if not packed:
        return None
    parts = packed.split("/")
    if len(parts) == 1 and len(packed) == 8:
        parts = [packed[:2], packed[2:4], packed[4:]]
    if len(parts) != 3 or len(parts[2]) != 4 or not all(map(_is_number, parts)):
        raise WrongBirthDate
    try:
        day = date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        raise WrongBirthDate from None
    if day.year < _EARLIEST_YEAR:
        raise WrongBirthDate
    return day


def read_phones(text: str) -> tuple[str, ...]:
    """Several numbers set off by commas or semicolons, each once. Raises WrongPhone."""
    pieces = (piece.strip() for piece in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(normalise_phone(piece) for piece in pieces if piece))


def read_commune(code: str, words: str) -> str:
    """The code taken from the proposals. Raises CommuneNotChosen when words stand there alone."""
    if not code and words.strip():
        raise CommuneNotChosen
    return code


def _is_number(part: str) -> bool:
    return part.isascii() and part.isdecimal()
