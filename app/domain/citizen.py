"""The citizen card: its twelve-digit number and the text of its QR code.

The QR text is plain: it proves nothing about who holds the card. It is read once and forgotten;
neither it nor any part of it stands in an error.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Sex = Literal["male", "female"]


@dataclass(frozen=True, slots=True, repr=False)
class CitizenCard:
    """What a card says. ``old_number`` is the nine-digit paper it replaced, "" when none."""

    number: str
    old_number: str
    full_name: str
    birth_date: date
    sex: Sex
    address_text: str
    issued_on: date | None

    def __repr__(self) -> str:
        return f"CitizenCard({mask_citizen(self.number)})"


def mask_citizen(number: str) -> str:
    """The form shown everywhere: ``0010••••••01``."""
    return number[:4] + "•" * max(len(number) - 6, 0) + number[-2:]
