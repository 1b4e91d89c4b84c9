"""What a scanned or typed text is, told by its shape alone."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.citizen import CitizenCard
from app.errors import UserError


class Shape(StrEnum):
    """The kinds of text that the universal box tells apart."""

    CITIZEN_CARD = "citizen_card"
    ITEM = "item"
    CUSTOMER = "customer"
    CITIZEN_NUMBER = "citizen_number"
    OLD_ID = "old_id"
    BAG = "bag"
    RECEIPT = "receipt"
    PROOF = "proof"
    PHONE = "phone"
    LAST_DIGITS = "last_digits"
    NAME = "name"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recognised:
    """``value`` is the code in the form the store keeps (phones E.164); for a name, as typed.

    ``card`` is set for a readable citizen card; the scanned text itself is gone.
    ``problem`` says why the text cannot be right: nothing is looked up then.
    ``repaired`` is the code after a typing tool's damage was undone, "" when it came whole.
    """

    shape: Shape
    value: str = field(default="", repr=False)
    card: CitizenCard | None = None
    problem: UserError | None = None
    repaired: str = ""
