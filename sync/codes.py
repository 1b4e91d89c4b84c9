"""The one-time code of an enrolment: shared by both ends, told by neither.

``100950-2-7K3QF-9WZ0M``: office, counter, then ten letters, fifty bits. Each end proves to the
other that it knows them; who listens, or stands between, learns nothing that would let it guess
them in time.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from hashlib import scrypt, sha256
from typing import ClassVar

from app.errors import UserError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_LETTERS = 10
_SHAPE = re.compile(rf"(\d{{6}})-([1-9]\d?)-([{_ALPHABET}]{{{_LETTERS}}})")
_LONGEST_READ = 40


@dataclass(eq=False)
class CodeMistyped(UserError):
    """Not of the form of an enrolment code."""

    code: ClassVar[str] = "enrolment.code_mistyped"


@dataclass(frozen=True, slots=True, repr=False)
class EnrolmentCode:
    """``letters`` are the secret."""

    office: str
    counter: str
    letters: str

    def __str__(self) -> str:
        half = _LETTERS // 2
        return f"{self.office}-{self.counter}-{self.letters[:half]}-{self.letters[half:]}"

    def secret(self) -> bytes:
        """The letters, stretched so that trying all of them would take years."""
        salt = f"tem-enrol/1 {self.office}-{self.counter}".encode("ascii")
        return scrypt(self.letters.encode("ascii"), salt=salt, n=2**14, r=8, p=1, dklen=32)


def new_code(office: str, counter: str) -> EnrolmentCode:
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
    return EnrolmentCode(office, counter, letters)


def parse_code(text: str) -> EnrolmentCode:
    """From what was typed: I and L are 1, O is 0. Raises CodeMistyped."""
    packed = text[:_LONGEST_READ].strip().upper().translate(_READ_AS)
    head, _, tail = packed.rpartition("-")
    found = _SHAPE.fullmatch(f"{head}{tail}")
    if found is None:
        raise CodeMistyped
    return EnrolmentCode(found[1], found[2], found[3])


def caller_proof(secret: bytes, statement: bytes) -> bytes:
    """That a terminal knows the code; ``statement`` is what its request signs."""
    return hmac.digest(secret, b"terminal" + sha256(statement).digest(), sha256)


def answer_proof(secret: bytes, file: bytes) -> bytes:
    """That the sender of a provisioning file knows the code."""
    return hmac.digest(secret, b"headquarters" + sha256(file).digest(), sha256)
