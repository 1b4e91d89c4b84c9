"""Undoing what Vietnamese typing tools do to a scanned code.

A scanner types its code on a keyboard; a typing tool that is switched on takes some of the keys
for marks: Telex makes ``EE471…`` into ``Ê471…``, VNI takes digits after a vowel for tones, the
Vietnamese layout of Windows has letters and tones in place of the row of digits. Each can be
written back; only a result that agrees with its check digits is believed.
"""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from app.domain.customer_number import is_customer_number
from app.domain.item_code import WrongItemCode, parse_item_code

_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_SHAPES = frozenset((_CIRCUMFLEX, _BREVE, _HORN))

_TELEX = {_BREVE: "W", _HORN: "W", _ACUTE: "S", _GRAVE: "F", _HOOK: "R", _TILDE: "X", _DOT: "J"}
_VNI = {
    _ACUTE: "1", _GRAVE: "2", _HOOK: "3", _TILDE: "4", _DOT: "5",
    _CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8",
}  # fmt: skip
_LAYOUT = {_GRAVE: "5", _HOOK: "6", _TILDE: "7", _ACUTE: "8", _DOT: "9"}
_LAYOUT_LETTERS = {
    ("A", _BREVE): "1", ("A", _CIRCUMFLEX): "2", ("E", _CIRCUMFLEX): "3", ("O", _CIRCUMFLEX): "4",
}  # fmt: skip
_LENGTH = 13
_MOST_TRIALS = 1_000


@dataclass(frozen=True, slots=True)
class _Key:
    """A letter as it arrived: capital base, the mark that makes it another letter, its tones."""

    base: str
    shape: str
    tones: tuple[str, ...]


def repair(text: str) -> str | None:
    """The item or customer number that ``text`` was, or None when no single one is proved."""
    if not 1 <= len(text) <= _LENGTH or text.isascii():
        return None
    keys = _keys(text)
    if any(len(key.shape) > 1 or not _LAYOUT.keys() >= {*key.tones} for key in keys):
        return None
    believed: set[str] = set()
    for undo in (_undo_telex, _undo_vni, _undo_layout):
        options = [undo(key) for key in keys]
        if math.prod(map(len, options)) > _MOST_TRIALS:
            return None  # one of those not tried might be the right one
        believed.update(filter(_is_proved, map("".join, product(*options))))
    return believed.pop() if len(believed) == 1 else None


def is_digit_row(text: str) -> bool:
    """Whether all of ``text`` is what the digit keys give under the Windows layout."""
    bases = [_layout_base(key) for key in _keys(text)]
    return all(base is not None and base in "0123456789" for base in bases)


def _keys(text: str) -> list[_Key]:
    clusters = [""]
    for character in unicodedata.normalize("NFD", text.upper()):
        if unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return [_key(cluster) for cluster in clusters if cluster]


def _key(cluster: str) -> _Key:
    marks = [character for character in cluster if unicodedata.combining(character)]
    return _Key(
        base=cluster[: len(cluster) - len(marks)],
        shape="".join(mark for mark in marks if mark in _SHAPES),
        tones=tuple(mark for mark in marks if mark not in _SHAPES),
    )


def _undo_telex(key: _Key) -> list[str]:
    tones = "".join(_TELEX[tone] for tone in key.tones)
    if key.base == "Đ":
        return ["DD" + tones]
    if key.shape == _CIRCUMFLEX:
        return [key.base * 2 + tones]
    if key.base == "U" and key.shape == _HORN:
        return ["UW" + tones, "W" + tones]
    return [key.base + _TELEX.get(key.shape, "") + tones]


def _undo_vni(key: _Key) -> list[str]:
    tones = "".join(_VNI[tone] for tone in key.tones)
    if key.base == "Đ":
        return ["D9" + tones]
    shape = _VNI.get(key.shape, "")
    return [key.base + shape + tones, key.base + tones + shape][: 1 + bool(shape and tones)]


def _undo_layout(key: _Key) -> list[str]:
    base = _layout_base(key)
    if base is None:
        return []
    others = [_LAYOUT[tone] for tone in key.tones if tone != _DOT]
    places = combinations(range(len(key.tones)), len(key.tones) - len(others))
    return [base + _with_dots(others, dots) for dots in places]


def _with_dots(others: Sequence[str], dots: Sequence[int]) -> str:
    """Unicode moves the dot below before the other tones: where it stood has to be tried."""
    digits = list(others)
    for place in dots:
        digits.insert(place, _LAYOUT[_DOT])
    return "".join(digits)


def _layout_base(key: _Key) -> str | None:
    if key.shape:
        return _LAYOUT_LETTERS.get((key.base, key.shape))
    return "0" if key.base == "Đ" else key.base


def _is_proved(candidate: str) -> bool:
    try:
        return parse_item_code(candidate).text == candidate
    except WrongItemCode:
        return is_customer_number(candidate)
