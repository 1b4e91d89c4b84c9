"""The proof code of a receipt: fifty bits of the entry that booked it, short enough to read out."""

import hashlib
import re
from dataclasses import dataclass
from typing import ClassVar

from app.errors import UserError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_LENGTH = 10
_SHAPE = re.compile(rf"[{_ALPHABET}]{{{_LENGTH}}}")
_BETWEEN = re.compile(r"[\s\-–]+")
_LONGEST_READ = 32
_PREFIX = b"TEM1P"


@dataclass(eq=False)
class WrongProof(UserError):
    """Not ten characters of the proof alphabet."""

    code: ClassVar[str] = "proof.wrong"


def proof_code(entry_hash: bytes) -> str:
    """``XXXXX-XXXXX`` for the entry with this hash."""
    digest = hashlib.sha256(_PREFIX + entry_hash).digest()
    bits = int.from_bytes(digest[:8], "big") >> (64 - _LENGTH * 5)
    return _dashed("".join([_PAIRS[bits >> shift & 1023] for shift in (40, 30, 20, 10, 0)]))


def normalise_proof(text: str) -> str:
    """The code as printed, from one read aloud or copied by hand: I and L are 1, O is 0.

    Raises WrongProof.
    """
    packed = _BETWEEN.sub("", text[:_LONGEST_READ]).upper().translate(_READ_AS)
    if len(text) > _LONGEST_READ or not _SHAPE.fullmatch(packed):
        raise WrongProof
    return _dashed(packed)


def _dashed(packed: str) -> str:
    return f"{packed[: _LENGTH // 2]}-{packed[_LENGTH // 2 :]}"
