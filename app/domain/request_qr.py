"""A filled request that the customer made: one QR of digits, read anywhere, kept nowhere.

The form is described in docs/request-qr.md. Digits alone survive every keyboard, and a QR holds
them as tightly as bytes.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import ClassVar
from zlib import crc32

from app.domain.customer_number import parse_customer_number
from app.domain.drafts import ItemEntry
from app.domain.names import nfc
from app.domain.phones import national, normalise_phone
from app.domain.places import Place
from app.errors import UserError

MAGIC = "836"
"""T, E, M on the keys of a telephone."""

VERSION = 1
SCHEME = "2025-07"
"""The list of communes that codes of version 1 belong to."""

MOST_BYTES = 360
SHORTEST = 40
"""Digits: no other code is as long, and no request is shorter."""

_LONGEST = 1_000
_SHAPE = re.compile(rf"{MAGIC}[0-9]{{{SHORTEST - len(MAGIC)},}}")
_HEAD = len(MAGIC) + 2
_SEPARATOR = "\x1f"
_GUARD = b"\x01"  # a number has no leading noughts
_CHECK_BYTES = 4
_CODE = re.compile(r"[a-z][a-z0-9_]{0,31}")
_COMMUNE = re.compile(r"[0-9]{5}")
_MOST_VND = 1_000_000_000_000
_LONGEST_TEXT = 200


@dataclass(eq=False)
class RequestOfOtherVersion(UserError):
    """Made by a later program than this one, or by an older one whose form is gone."""

    code: ClassVar[str] = "request.other_version"
    version: int


@dataclass(eq=False)
class RequestDamaged(UserError):
    """A digit is missing or wrong, or what it says cannot be."""

    code: ClassVar[str] = "request.damaged"


@dataclass(eq=False)
class RequestTooLong(UserError):
    """More text than a telephone's screen can show as one code."""

    code: ClassVar[str] = "request.too_long"
    bytes: int
    most: int


@dataclass(frozen=True, slots=True, repr=False)
class CustomerRequest:
    """What the customer filled in, in the order of the code.

    ``commune`` is a code of ``SCHEME``; ``commune_text`` stands instead of one that was not
    chosen. ``customer`` or ``sender_phone`` tells who sends. No number of an identity card is
    part of it.
    """

    service: str = ""
    name: str = ""
    phone: str = ""
    street: str = ""
    commune: str = ""
    commune_text: str = ""
    contents: str = ""
    declared_vnd: int = 0
    cod_vnd: int = 0
    value_added: tuple[str, ...] = ()
    customer: str = ""
    sender_phone: str = ""

    def entry(self, commune: Callable[[str, str], Place | None]) -> ItemEntry:
        """The form of one item, filled. ``commune`` finds a place by code and scheme."""
        place = commune(self.commune, SCHEME) if self.commune else None
        return ItemEntry(
            service=self.service,
            name=self.name,
            phone=national(self.phone) if self.phone else "",
            street=self.street,
            commune_text="" if place else self.commune_text,
            commune=place,
            contents=self.contents,
            declared_vnd=self.declared_vnd or None,
            cod_vnd=self.cod_vnd or None,
            value_added=self.value_added,
        )


def is_request(digits: str) -> bool:
    """Whether the text has the shape of a request, of whatever version."""
    return len(digits) <= _LONGEST and _SHAPE.fullmatch(digits) is not None


def write_request(request: CustomerRequest) -> str:
    """The digits of the code. Raises RequestTooLong."""
    content = _SEPARATOR.join(_written(getattr(request, each.name)) for each in fields(request))
    stored = nfc(content).encode()
    if len(stored) > MOST_BYTES:
        raise RequestTooLong(bytes=len(stored), most=MOST_BYTES)
    payload = _GUARD + stored + crc32(stored).to_bytes(_CHECK_BYTES, "big")
    body = str(int.from_bytes(payload, "big"))
    return f"{MAGIC}{VERSION:02d}{body}"


def read_request(digits: str) -> CustomerRequest:
    """Raises RequestOfOtherVersion and RequestDamaged."""
    version = int(digits[len(MAGIC) : _HEAD])
    if version != VERSION:
        raise RequestOfOtherVersion(version=version)
    number = int(digits[_HEAD:] or "0")
    payload = number.to_bytes((number.bit_length() + 7) // 8, "big")
    stored, check = payload[1:-_CHECK_BYTES], payload[-_CHECK_BYTES:]
    if payload[:1] != _GUARD or crc32(stored).to_bytes(_CHECK_BYTES, "big") != check:
        raise RequestDamaged
    try:
        return _request(nfc(stored.decode()).split(_SEPARATOR))
    except (ValueError, UserError) as error:
        raise RequestDamaged from error


def _written(value: str | int | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return _plain(str(value)) if value else ""


def _request(cells: list[str]) -> CustomerRequest:
    """Raises ValueError or UserError for cells that no form of ours could have given."""
    names = [each.name for each in fields(CustomerRequest)]
    said = dict(zip(names, cells, strict=True))
    declared_vnd, cod_vnd = _amount(said.pop("declared_vnd")), _amount(said.pop("cod_vnd"))
    value_added = tuple(said.pop("value_added").split())
    if any(cell != _plain(cell) or len(cell) > _LONGEST_TEXT for cell in said.values()):
        raise ValueError("unprintable")
    if not all(_CODE.fullmatch(code) for code in (*value_added, said["service"] or "none")):
        raise ValueError("codes")
    if not (_COMMUNE.fullmatch(said["commune"]) or not said["commune"]):
        raise ValueError("commune")
    for name in ("phone", "sender_phone"):
        said[name] = normalise_phone(said[name]) if said[name] else ""
    said["customer"] = parse_customer_number(said["customer"]) if said["customer"] else ""
    return CustomerRequest(
        **said, declared_vnd=declared_vnd, cod_vnd=cod_vnd, value_added=value_added
    )


def _amount(cell: str) -> int:
    amount = int(cell or "0")
    if not 0 <= amount <= _MOST_VND or not ((cell.isascii() and cell.isdecimal()) or not cell):
        raise ValueError("amount")
    return amount


def _plain(cell: str) -> str:
    """Single blanks and nothing unseen."""
    seen = "".join(" " if unicodedata.category(each)[0] == "C" else each for each in cell)
    return " ".join(seen.split())
