"""Words of place names, and which units have a word that begins as typed.

A set of units is one integer, bit n for unit n: thousands of units are joined and met in
microseconds, and the lowest bits are the first in order.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator

from app.domain.names import Spelling, fold, nfc

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’")
_NUMBERED = re.compile(r"\b(phường|phuong|p|quận|quan|q)[\s.]*([0-9]+)\b")
_AFTER_ALL = "\U0010ffff"

# What people write for a province beside its name, its initials and its name in one word.
_PROVINCE_ALIASES = {
    "ho chi minh": ("sg", "sài", "gòn", "saigon", "tphcm"),
    "ha noi": ("tphn",),
    "hai phong": ("tphp",),
    "da nang": ("tpdn",),
    "can tho": ("tpct",),
    "hue": ("tth", "thừa", "thiên"),
    "ba ria vung tau": ("vt",),
    "dak lak": ("dl", "daclac"),
    "dak nong": ("dacnong",),
}
_KIND_ALIASES = {"thi tran": "tt", "dac khu": "dk", "thanh pho": "tp", "thi xa": "tx"}


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, small and with their accents: "M'Drắk" is one, "Sa-Pa" two.

    Numbered wards and districts are one word however they are written: "p1", "q3".
    """
    small = nfc(text).lower().translate(_APOSTROPHES)
    return tuple(_WORD.findall(_NUMBERED.sub(_short, small)))


def _short(numbered: re.Match[str]) -> str:
    return f"{numbered[1][0]}{numbered[2]} "


def province_words(name: str) -> tuple[str, ...]:
    """All that may stand for a province: "hcm", "sài", "gòn", "tphcm" …"""
    words = words_of(name)
    folded = [fold(word) for word in words]
    initials = "".join(word[0] for word in folded)
    aliases = _PROVINCE_ALIASES.get(" ".join(folded), ())
    return (*words, "".join(folded), initials, *aliases)


def label_words(text: str) -> tuple[str, ...]:
    """The words of "Thị xã Sa Pa", and "tx"."""
    words = words_of(text)
    short = _KIND_ALIASES.get(fold(" ".join(words[:2])))
    return (*words, short) if short else words


def numbered_word(kind: str, name: str) -> tuple[str, ...]:
    """("p1",) for "Phường 1", which is then one word; () for other names."""
    whole = words_of(f"{kind} {name}")
    return whole[:1] if len(whole) == len(words_of(name)) else ()


class WordIndex:
    """Which of ``size`` units have a word. Add all words first, then ask."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._units: dict[str, list[int]] = {}
        self._words: list[tuple[str, str]] = []
        self._marks: list[frozenset[str]] = []
        self._sets: list[int] = []

    def add(self, unit: int, *words: str) -> None:
        for word in words:
            self._units.setdefault(word, []).append(unit)

    def close(self) -> None:
        """Bring the words in order; to be called once, before asking."""
        self._words = sorted((fold(word), word) for word in self._units)
        self._marks = [_marks_of(word) for _, word in self._words]
        self._sets = [self._as_bits(self._units[word]) for _, word in self._words]
        self._units.clear()

    def beginning(self, typed: str) -> int:
        """The units with a word that begins with ``typed``; accents typed must be there."""
        folded = fold(typed)
        return self._joined(typed, folded, (folded + _AFTER_ALL, ""))

    def exactly(self, typed: str) -> int:
        """The units with the very word, but for accents not typed."""
        folded = fold(typed)
        return self._joined(typed, folded, (folded, _AFTER_ALL))

    def _joined(self, typed: str, folded: str, end: tuple[str, str]) -> int:
        found = range(bisect_left(self._words, (folded, "")), bisect_left(self._words, end))
        marks = _marks_of(typed)
        spelling = Spelling(0, typed)
        units = 0
        for at in found:
            if not marks or (
                marks <= self._marks[at] and spelling.begins(Spelling(0, self._words[at][1]))
            ):
                units |= self._sets[at]
        return units

    def _as_bits(self, units: list[int]) -> int:
        bits = bytearray(self._size // 8 + 1)
        for unit in units:
            bits[unit >> 3] |= 1 << (unit & 7)
        return int.from_bytes(bits, "little")


def _marks_of(word: str) -> frozenset[str]:
    """The accents of a word and the stroke of its đ, wherever they stand."""
    return frozenset(c for c in unicodedata.normalize("NFD", word) if not c.isascii())


def units_in(bits: int) -> Iterator[int]:
    """The units of a set, first in order first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
