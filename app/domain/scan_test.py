"""The self-test of a scanner: one code with every sign that typing tools and keyboards spoil.

What arrives says what stands between scanner and program, and so how to put it right.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from unicodedata import normalize

SELF_TEST: Final = "TEM-EE-AS-W-E1-D9-Zz"
"""Between the dashes: pairs that Telex joins (EE, AS, W), pairs that VNI joins (E1, D9), a letter
that keyboards of other countries have elsewhere, in both cases. Short enough for a Code 128 on a
roll of 80 mm."""

_MANY: Final = 3


class Finding(StrEnum):
    """What a scan of the code says."""

    WHOLE = "whole"
    TELEX = "telex"
    VNI = "vni"
    VIETNAMESE_LAYOUT = "vietnamese_layout"
    OTHER_LAYOUT = "other_layout"
    CAPS_LOCK = "caps_lock"
    PREFIX = "prefix"
    MISSING = "missing"
    NO_ENDING = "no_ending"
    OTHER_CODE = "other_code"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """``findings`` in the order in which they should be put right."""

    received: str
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        return self.findings == (Finding.WHOLE,)


_FRENCH: Final = str.maketrans("AQWZMaqwzm1234567890-", "QAZW?qazw,&é\"'(-è_çà)")
_GERMAN: Final = str.maketrans("ZYzy-", "YZyzß")
_LAYOUTS: Final = tuple(SELF_TEST.translate(table) for table in (_FRENCH, _GERMAN))


def diagnose(received: str, *, ended: bool = True) -> Diagnosis:
    """``ended``: an Enter came behind it."""
    text = normalize("NFC", received).strip()
    found = [] if ended else [Finding.NO_ENDING]
    if text.swapcase() == SELF_TEST or (text != SELF_TEST and _marks(text.swapcase())):
        found.append(Finding.CAPS_LOCK)
        text = text.swapcase()
    found += _spoilt(text)
    return Diagnosis(received, tuple(found) or (Finding.WHOLE,))


def is_like_it(text: str) -> bool:
    """Whether ``text`` is the code, however spoilt, and no number of anything else."""
    return {Finding.OTHER_CODE, Finding.MISSING}.isdisjoint(diagnose(text).findings)


def _spoilt(text: str) -> list[Finding]:
    if text == SELF_TEST:
        return []
    if found := _marks(text):
        return found
    if any(text.casefold() == layout.casefold() for layout in _LAYOUTS):
        return [Finding.OTHER_LAYOUT]
    if text.endswith(SELF_TEST):
        return [Finding.PREFIX]
    if len(text) >= _MANY and _is_part(text, SELF_TEST):
        return [Finding.MISSING]
    same_length = len(text) == len(SELF_TEST) and text.isascii() and not text.isalnum()
    return [Finding.OTHER_LAYOUT if same_length else Finding.OTHER_CODE]


def _marks(text: str) -> list[Finding]:
    """Which tools left their marks between the dashes; [] when it is not the code at all."""
    parts, whole = text.split("-"), SELF_TEST.split("-")
    if len(parts) != len(whole) or parts[0] != whole[0] or parts[-1] != whole[-1]:
        return []
    _, double, tone, single, vowel_digit, letter_digit, _ = parts
    found = []
    if double == "Ê" or tone == "Á" or single == "Ư":
        found.append(Finding.TELEX)
    if vowel_digit == "É" or letter_digit == "Đ":
        found.append(Finding.VNI)
    if vowel_digit == "Eă" or letter_digit == "Ḍ":
        found.append(Finding.VIETNAMESE_LAYOUT)
    return found


def _is_part(text: str, whole: str) -> bool:
    """Whether ``text`` is ``whole`` with some letters missing."""
    left = iter(whole)
    return all(letter in left for letter in text)
