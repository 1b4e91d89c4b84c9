"""What a typing tool of Windows makes of keys: it erases the letter before and types it anew.

``\\b`` stands for the key that erases. Only what happens within item and customer numbers is
played: marks on the letter before, and the second press of a mark, which takes it back.
"""

from typing import Final
from unicodedata import normalize

_TONES: Final = {
    "telex": {"S": "\u0301", "F": "\u0300", "R": "\u0309", "X": "\u0303", "J": "\u0323"},
    "vni": {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"},
}
_SHAPES: Final = {
    "telex": {"AA": "Â", "EE": "Ê", "OO": "Ô", "DD": "Đ", "AW": "Ă", "OW": "Ơ", "UW": "Ư"},
    "vni": {"A6": "Â", "E6": "Ê", "O6": "Ô", "D9": "Đ", "A8": "Ă", "O7": "Ơ", "U7": "Ư"},
}
_VOWELS: Final = "AEIOUYÂÊÔĂƠƯ"


def retyped(code: str, method: str) -> str:
    """The keys that reach a program while the tool is on."""
    keys, last, undone = "", "", False
    for key in code:
        made = "" if undone else _mark(last, key, method)
        if made:
            keys += "\b" + made
            undone = len(made) > 1
            last = made
        else:
            keys += key
            undone = undone and key.isalnum()
            last = key
    return keys


def _mark(last: str, key: str, method: str) -> str:
    """What ``last`` becomes under ``key``; "" when the key is only itself."""
    if made := _SHAPES[method].get(last + key):
        return made
    tone = _TONES[method].get(key)
    if tone is None or not last:
        return ""
    marks = normalize("NFD", last)
    if marks[-1] == tone:
        return normalize("NFC", marks[:-1]) + key
    return normalize("NFC", last + tone) if last in _VOWELS else ""
