"""Phone numbers: E.164 within, the way Vietnamese readers write them on paper and screen."""

import re
from dataclasses import dataclass
from typing import ClassVar

import phonenumbers
from phonenumbers import PhoneNumberFormat

from app.errors import UserError

_HOME = "VN"
_HOME_CODE = 84
_WRITTEN = re.compile(r"\+?[0-9\s.()/\-]+")
_LONGEST_READ = 32
_MOST_DIGITS = 15

_MOBILE = frozenset({"+843", "+845", "+847", "+848", "+849"})
_MOBILE_LENGTH = 12
_PLAIN_MOBILE = re.compile(r"0(?:3[2-9]|5[68]|7[06-9]|8[1-8]|9[0-8])[0-9]{7}")

# The ministry's renumbering of 2018: eleven-digit mobile numbers became ten-digit ones.
_RENUMBERED = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035",
    "0166": "036", "0167": "037", "0168": "038", "0169": "039",
    "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip


@dataclass(eq=False)
class WrongPhone(UserError):
    """Not a number that can be called."""

    code: ClassVar[str] = "phone.wrong"
    field: ClassVar[str] = "phone"


@dataclass(eq=False)
class OldPhone(WrongPhone):
    """An eleven-digit mobile number from before 2018; ``suggestion`` is what it became."""

    code: ClassVar[str] = "phone.old"
    suggestion: str


def normalise_phone(text: str) -> str:
    """E.164 of a number typed in any usual way; Vietnamese unless it begins with + or 00.

    Raises WrongPhone, and OldPhone where the number of today is known.
    """
    if _PLAIN_MOBILE.fullmatch(text):
        return "+84" + text[1:]  # what the library would say, for the hottest lookup
    if len(text) > _LONGEST_READ or not _WRITTEN.fullmatch(text.strip()):
        raise WrongPhone
    digits = re.sub(r"[^0-9]", "", text)
    if len(digits) > _MOST_DIGITS:
        raise WrongPhone
    _refuse_renumbered(digits)
    phone = _valid(f"+{digits}" if text.strip().startswith("+") else digits)
    if phone is None:
        raise WrongPhone
    return phone


def national(phone: str) -> str:
    """``0903 123 456``; a number of another country keeps its + and country code."""
    if _is_mobile(phone):
        return f"0{phone[3:6]} {phone[6:9]} {phone[9:]}"  # as below, a hundred times faster
    number = phonenumbers.parse(phone)
    style = PhoneNumberFormat.NATIONAL
    if number.country_code != _HOME_CODE:
        style = PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def mask_phone(phone: str) -> str:
    """``0903 ••• 456``: enough to ask "is it the one ending in…?", too little to call."""
    digits = "0" + phone[3:] if _is_mobile(phone) else re.sub(r"[^0-9+]", "", national(phone))
    return f"{digits[:4]} ••• {digits[-3:]}"


def _is_mobile(phone: str) -> bool:
    return len(phone) == _MOBILE_LENGTH and phone[:4] in _MOBILE


def last_digits(phone: str, count: int = 4) -> str:
    """What customers say of their number when asked: its end."""
    return phone.removeprefix("+")[-count:]


def _refuse_renumbered(digits: str) -> None:
    home = re.sub(r"^(00)?84(?=1)", "0", digits)
    successor = _RENUMBERED.get(home[:4])
    if len(home) == 11 and successor and (phone := _valid(successor + home[4:])):
        raise OldPhone(suggestion=national(phone))


def _valid(written: str) -> str | None:
    try:
        number = phonenumbers.parse(written, _HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)
