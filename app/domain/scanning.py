"""What a scanned or typed text is, told by its shape alone."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from app.domain.citizen import (
    CitizenCard,
    UnreadableCitizenCard,
    check_citizen_number,
    parse_citizen_card,
)
from app.domain.complaint_number import looks_like_complaint, parse_complaint_number
from app.domain.customer_number import parse_customer_number
from app.domain.item_code import parse_item_code
from app.domain.names import nfc
from app.domain.phones import OldPhone, WrongPhone, normalise_phone
from app.domain.proof import normalise_proof
from app.domain.request_qr import MAGIC, CustomerRequest, is_request, read_request
from app.domain.scan_repair import is_digit_row, repair
from app.domain.signed_card import MAGIC as CARD_MAGIC
from app.domain.signed_card import ReadCard, is_card, read_card
from app.errors import UserError


class Shape(StrEnum):
    """The kinds of text that the universal box tells apart."""

    CITIZEN_CARD = "citizen_card"
    REQUEST = "request"
    SIGNED_CARD = "signed_card"
    ITEM = "item"
    CUSTOMER = "customer"
    CITIZEN_NUMBER = "citizen_number"
    OLD_ID = "old_id"
    BAG = "bag"
    RECEIPT = "receipt"
    COMPLAINT = "complaint"
    PROOF = "proof"
    PHONE = "phone"
    LAST_DIGITS = "last_digits"
    NAME = "name"
    UNKNOWN = "unknown"


@dataclass(eq=False)
class ScanTooLong(UserError):
    """Longer than any code or name."""

    code: ClassVar[str] = "scan.too_long"


@dataclass(eq=False)
class ScanSpoilt(UserError):
    """A typing tool changed the code on its way, and no check digit proves what it was."""

    code: ClassVar[str] = "scan.spoilt"


@dataclass(eq=False)
class ScanUnknown(UserError):
    """Mostly digits, and the shape of no code."""

    code: ClassVar[str] = "scan.unknown"


@dataclass(frozen=True, slots=True)
class Recognised:
    """``value`` is the code in the form the store keeps (phones E.164); for a name, as typed.

    ``card`` is set for a readable citizen card; the scanned text itself is gone.
    ``request`` is set for a readable request that a customer made.
    ``signed`` is set for a readable customer card, which nobody has checked yet.
    ``problem`` says why the text cannot be right: nothing is looked up then.
    ``repaired`` is the code that was read after damage was undone or an old form was brought up
    to date, "" when it came whole.
    """

    shape: Shape
    value: str = field(default="", repr=False)
    card: CitizenCard | None = None
    request: CustomerRequest | None = None
    signed: ReadCard | None = None
    problem: UserError | None = None
    repaired: str = ""


_LONGEST = 200
_LONGEST_CARD = 2_000
_BETWEEN = re.compile(r"[\s.()/\-–]+")
_RECEIPT = re.compile(r"([0-9]{6})-?([0-9]{1,2})-?([0-9]{7})")
_ITEM_LIKE = re.compile(r"[A-Z]{2}[0-9]{7,11}[A-Z]{2}")
_BAG = re.compile(r"[A-Z0-9]{12}[A-Z][A-Z0-9]{2}[0-9]{14}")
_DASHED_PROOF = re.compile(r"[0-9A-TV-Z]{5}-[0-9A-TV-Z]{5}")
_PLAIN_PROOF = re.compile(r"(?=.*[0-9])(?=.*[A-Z])[0-9A-TV-Z]{5} ?[0-9A-TV-Z]{5}")
_SHORTEST_ROW = 9


def recognise(text: str, today: date | None = None) -> Recognised:
    """Tell what ``text`` is. Never raises: what cannot be right comes back as a problem.

    ``today`` lets a card with a date in the future be refused.
    """
    if len(text) > (_LONGEST_CARD if "|" in text or _begins_long(text[:8]) else _LONGEST):
        spoilt = is_digit_row(text[:_LONGEST])
        return Recognised(Shape.UNKNOWN, problem=ScanSpoilt() if spoilt else ScanTooLong())
    clean = _without_controls(nfc(text))
    if "|" in clean:
        return _card(clean, today)
    written = " ".join(clean.split())
    packed = _BETWEEN.sub("", written).upper()
    for read in _READERS:
        if (recognised := read(written, packed)) is not None:
            return recognised
    return Recognised(Shape.UNKNOWN)


def _begins_long(beginning: str) -> bool:
    return MAGIC in beginning or CARD_MAGIC in beginning


def _without_controls(text: str) -> str:
    """Scanners frame a code with control characters; pasted text carries marks nobody sees."""
    instead = {"Cc": " ", "Cf": ""}
    return "".join(instead.get(unicodedata.category(c), c) for c in text)


def _found(shape: Shape, read: Callable[[], str]) -> Recognised:
    try:
        return Recognised(shape, read())
    except UserError as problem:
        return Recognised(shape, problem=_bare(problem))


def _bare(problem: UserError) -> UserError:
    """Without the traceback, whose frames still hold what was scanned."""
    problem.__context__ = None
    return problem.with_traceback(None)


def _card(written: str, today: date | None) -> Recognised:
    try:
        card = parse_citizen_card(written, today)
    except UnreadableCitizenCard as problem:
        return Recognised(Shape.CITIZEN_CARD, problem=_bare(problem))
    return Recognised(Shape.CITIZEN_CARD, card.number, card)


def _request(_written: str, packed: str) -> Recognised | None:
    if not is_request(packed):
        return None
    try:
        return Recognised(Shape.REQUEST, request=read_request(packed))
    except UserError as problem:
        return Recognised(Shape.REQUEST, problem=_bare(problem))


def _signed_card(_written: str, packed: str) -> Recognised | None:
    if not is_card(packed):
        return None
    try:
        read = read_card(packed)
    except UserError as problem:
        return Recognised(Shape.SIGNED_CARD, problem=_bare(problem))
    return Recognised(Shape.SIGNED_CARD, read.holder.number, signed=read)


def _receipt(written: str, _packed: str) -> Recognised | None:
    compact = written.replace(" ", "").replace("–", "-")
    if not (parts := _RECEIPT.fullmatch(compact)):
        return None
    number = "-".join(parts.groups())
    return Recognised(Shape.RECEIPT, number, repaired="" if compact == number else number)


def _complaint(written: str, _packed: str) -> Recognised | None:
    if not looks_like_complaint(written):
        return None
    return _found(Shape.COMPLAINT, lambda: parse_complaint_number(written))


def _proof(written: str, _packed: str) -> Recognised | None:
    code = written.upper().replace("–", "-")
    if _DASHED_PROOF.fullmatch(code) or _PLAIN_PROOF.fullmatch(code):
        return Recognised(Shape.PROOF, normalise_proof(code))
    return None


def _digits(_written: str, packed: str) -> Recognised | None:
    digits = packed.removeprefix("+")
    if not (digits.isascii() and digits.isdecimal()):
        return None
    if packed.startswith(("+", "0084")):
        return _phone(packed)
    if 3 <= len(digits) <= 8:
        return Recognised(Shape.LAST_DIGITS, digits)
    if read := _BY_LENGTH.get(len(digits)):
        return read(digits)
    return Recognised(Shape.UNKNOWN, problem=ScanUnknown() if len(digits) > 2 else None)


def _phone(digits: str) -> Recognised:
    try:
        return Recognised(Shape.PHONE, normalise_phone(digits))
    except OldPhone as problem:
        return Recognised(
            Shape.PHONE, normalise_phone(problem.suggestion), repaired=problem.suggestion
        )
    except WrongPhone as problem:
        return Recognised(Shape.PHONE, problem=_bare(problem))


def _old_id(digits: str) -> Recognised:
    return Recognised(Shape.OLD_ID, digits)


def _citizen_number(digits: str) -> Recognised:
    if digits.startswith("84") and (phone := _phone(digits)).problem is None:
        return phone
    return _found(Shape.CITIZEN_NUMBER, lambda: check_citizen_number(digits))


def _customer(digits: str) -> Recognised:
    return _found(Shape.CUSTOMER, lambda: parse_customer_number(digits))


def _bag_digits(digits: str) -> Recognised:
    return Recognised(Shape.BAG, digits)


def _bag(_written: str, packed: str) -> Recognised | None:
    return Recognised(Shape.BAG, packed) if _BAG.fullmatch(packed) else None


def _item(_written: str, packed: str) -> Recognised | None:
    if not _ITEM_LIKE.fullmatch(packed):
        return None
    return _found(Shape.ITEM, lambda: parse_item_code(packed).text)


def _spoilt(written: str, packed: str) -> Recognised | None:
    if packed.isascii():
        return None
    if code := repair(packed):
        return Recognised(Shape.CUSTOMER if code.isdecimal() else Shape.ITEM, code, repaired=code)
    digits = sum(character.isdecimal() for character in written)
    row = len(written) >= _SHORTEST_ROW and is_digit_row(written)
    if " " not in written and (digits > 1 or row):
        return Recognised(Shape.UNKNOWN, problem=ScanSpoilt())
    return None


def _name(written: str, _packed: str) -> Recognised | None:
    letters = sum(character.isalpha() for character in written)
    digits = sum(character.isdecimal() for character in written)
    if digits > max(letters, 4):
        return Recognised(Shape.UNKNOWN, problem=ScanUnknown())
    return Recognised(Shape.NAME, written) if letters else None


_BY_LENGTH = {
    9: _old_id,
    10: _phone,
    11: _phone,
    12: _citizen_number,
    13: _customer,
    29: _bag_digits,
}
_READERS = (
    _request,
    _signed_card,
    _complaint,
    _receipt,
    _proof,
    _digits,
    _bag,
    _item,
    _spoilt,
    _name,
)
