"""Reading free text of a form as it may be stored: NFC, single blanks, nothing unprintable."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from app.domain.names import nfc
from app.errors import UserError

_WRITTEN = ("L", "M", "N", "P", "Z")
_SIGNS = ("Sc", "Sm")


@dataclass(eq=False)
class TextUnusable(UserError):
    """Too long, or with a character that no document can show (emoji, control characters)."""

    limit: int


@dataclass(eq=False)
class StreetUnusable(TextUnusable):
    code: ClassVar[str] = "street.unusable"
    field: ClassVar[str] = "street"


@dataclass(eq=False)
class NoteUnusable(TextUnusable):
    code: ClassVar[str] = "alert_note.unusable"
    field: ClassVar[str] = "alert_note"


@dataclass(eq=False)
class ContentsUnusable(TextUnusable):
    """Empty counts too: what is inside must be declared."""

    code: ClassVar[str] = "contents.unusable"
    field: ClassVar[str] = "contents"


@dataclass(eq=False)
class ReasonUnusable(TextUnusable):
    """Empty counts too: nothing is erased without a reason on record."""

    code: ClassVar[str] = "reason.unusable"
    field: ClassVar[str] = "reason"


def read_needed(text: str, limit: int, unusable: type[TextUnusable]) -> str:
    """As ``read_text``, and "" is refused."""
    stored = read_text(text, limit, unusable)
    if not any(character.isalnum() for character in stored):
        raise unusable(limit=limit)
    return stored


def read_text(text: str, limit: int, unusable: type[TextUnusable]) -> str:
    """``text`` as it is stored; "" stays "". Raises ``unusable``, which names the field."""
    if len(text) > 4 * limit:
        raise unusable(limit=limit)
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    stored = " ".join(nfc(seen).split())
    if len(stored) > limit or not all(map(_is_written, stored)):
        raise unusable(limit=limit)
    return stored


def _is_written(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind[0] in _WRITTEN or kind in _SIGNS
