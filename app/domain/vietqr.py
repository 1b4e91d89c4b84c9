"""The VietQR code of a transfer: EMVCo's tag-length-value text with NAPAS' account, made offline.

Tags: 00 format, 01 use (12 once, with a sum), 38 the account (NAPAS' identifier, then bank and
account number, then the service «to an account»), 53 currency, 54 sum, 58 country, 62 what the
payer's bank writes beside it, 63 the CRC of all before it.
"""

import unicodedata
from dataclasses import dataclass
from hashlib import sha256

_NAPAS = "A000000727"
_TO_ACCOUNT = "QRIBFTTA"
_DONG = "704"
_POLYNOMIAL, _START = 0x1021, 0xFFFF
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEMO_LETTERS = 8
_MEMO_PREFIX = "TEM "
_LONGEST_MEMO = 25


@dataclass(frozen=True, slots=True)
class BankAccount:
    """Where transfers to an office go. ``bin`` is the bank's six digits at NAPAS."""

    bin: str
    number: str
    holder: str
    bank: str


@dataclass(frozen=True, slots=True)
class TransferRequest:
    """What a customer is asked to transfer; ``payload`` is the text of the code."""

    account: BankAccount
    amount_vnd: int
    memo: str

    @property
    def payload(self) -> str:
        return vietqr(self.account, self.amount_vnd, self.memo)


@dataclass(frozen=True, slots=True)
class ShownTransfer:
    """A request and the modules of its code: a row of bytes, 1 is dark."""

    request: TransferRequest
    rows: tuple[bytes, ...]


def vietqr(account: BankAccount, amount_vnd: int, memo: str) -> str:
    """The text of the code, CRC included. ``memo`` is plain ASCII, as banks take it."""
    bank = _tag("00", account.bin) + _tag("01", account.number)
    payload = (
        _tag("00", "01")
        + _tag("01", "12")
        + _tag("38", _tag("00", _NAPAS) + _tag("01", bank) + _tag("02", _TO_ACCOUNT))
        + _tag("53", _DONG)
        + _tag("54", str(amount_vnd))
        + _tag("58", "VN")
        + _tag("62", _tag("08", _ascii(memo)[:_LONGEST_MEMO]))
        + "6304"
    )
    return f"{payload}{crc16(payload.encode('ascii')):04X}"


def transfer_memo(command_id: bytes) -> str:
    """What the customer's transfer says: the same before the sale is booked and after.

    Eight letters of the command's hash tell the transfers of many days apart on a statement.
    """
    bits = int.from_bytes(sha256(b"TEM1T" + command_id).digest(), "big")
    letters = (_ALPHABET[bits >> 5 * place & 31] for place in range(_MEMO_LETTERS))
    return _MEMO_PREFIX + "".join(letters)


def crc16(data: bytes) -> int:
    """CRC-16/CCITT-FALSE: polynomial 1021, begun with FFFF, nothing reflected."""
    crc = _START
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ _POLYNOMIAL if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def _tag(number: str, value: str) -> str:
    return f"{number}{len(value):02d}{value}"


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in plain if char.isascii() and char.isprintable())
