"""The QR of a customer card: who its holder is, in headquarters' words and with its signature.

docs/protocol.md describes the bytes. They are written as digits, as a customer's request is: digits
alone survive every keyboard and typing tool, and a QR holds them as tightly as bytes. The card says
who somebody is; it permits nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from struct import Struct
from typing import ClassVar

from app.domain.customer_number import is_customer_number
from app.domain.names import nfc
from app.errors import UserError

MAGIC = "2273"
"""C, A, R, D on the keys of a telephone."""

VERSION = 1
MOST_NAME = 38
"""Bytes of UTF-8: with them the code is still a QR of version 8 at error level M."""

SIGNATURE = 64
_HEAD = Struct(">BB8s16sQHH4s")
_EPOCH = date(2020, 1, 1)
_GUARD = b"\x01"  # a number has no leading noughts
_SHORTEST, _LONGEST = 250, 400
_SHAPE = re.compile(rf"{MAGIC}[0-9]{{{_SHORTEST},{_LONGEST}}}")


@dataclass(eq=False)
class CardUnreadable(UserError):
    """A digit is missing or wrong, or what it says cannot be."""

    code: ClassVar[str] = "card.unreadable"


@dataclass(eq=False)
class CardOfOtherVersion(UserError):
    """Made by a later program than this one."""

    code: ClassVar[str] = "card.other_version"
    version: int


@dataclass(frozen=True, slots=True, repr=False)
class CustomerCard:
    """``card`` names this card alone, ``key`` the key that signed it.

    ``phone`` is the beginning of a keyed hash of the holder's first number, noughts for none.
    """

    key: int
    card: bytes
    uid: bytes
    number: str
    issued: date
    expires: date
    phone: bytes
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class ReadCard:
    """``statement`` is what ``signature`` must be over before anything on the card is believed."""

    holder: CustomerCard
    statement: bytes
    signature: bytes


def statement_of(holder: CustomerCard) -> bytes:
    """The bytes that headquarters signs. The name is cut where it must be."""
    head = _HEAD.pack(
        VERSION,
        holder.key,
        holder.card,
        holder.uid,
        int(holder.number),
        (holder.issued - _EPOCH).days,
        (holder.expires - _EPOCH).days,
        holder.phone,
    )
    return head + shortened(holder.name).encode()


def shortened(name: str) -> str:
    """As many whole letters, each with its marks, as MOST_NAME bytes hold."""
    kept = ""
    for letter in _letters(nfc(name).strip()):
        if len((kept + letter).encode()) > MOST_NAME:
            break
        kept += letter
    return kept.rstrip()


def digits_of(statement: bytes, signature: bytes) -> str:
    """What stands in the QR."""
    return MAGIC + str(int.from_bytes(_GUARD + statement + signature, "big"))


def is_card(packed: str) -> bool:
    """Whether a scanned text has the shape of a card, readable or not."""
    return bool(_SHAPE.fullmatch(packed))


def read_card(packed: str) -> ReadCard:
    """What the digits say, believed by nobody yet. Raises CardUnreadable, CardOfOtherVersion."""
    value = int(packed.removeprefix(MAGIC))
    raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
    statement, signature = raw[1:-SIGNATURE], raw[-SIGNATURE:]
    if raw[:1] != _GUARD or len(statement) < _HEAD.size:
        raise CardUnreadable
    version, key, card, uid, number, issued, expires, phone = _HEAD.unpack_from(statement)
    if version != VERSION:
        raise CardOfOtherVersion(version=version)
    try:
        name = statement[_HEAD.size :].decode("utf-8")
        days = _EPOCH + timedelta(issued), _EPOCH + timedelta(expires)
    except (UnicodeDecodeError, OverflowError) as error:
        raise CardUnreadable from error
    digits = f"{number:013d}"
    if not is_customer_number(digits) or not name or shortened(name) != name:
        raise CardUnreadable
    holder = CustomerCard(key, card, uid, digits, *days, phone, name)
    return ReadCard(holder, statement, signature)


def _letters(text: str) -> Iterator[str]:
    """Each letter with the marks that no composed form has room for."""
    letter = ""
    for character in text:
        if letter and not unicodedata.combining(character):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter
