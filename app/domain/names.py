"""Vietnamese names: cleaned at entry, folded for search, compared with the accents typed."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.errors import UserError

_LONGEST = 100
_LONGEST_ORGANISATION = 200
_IN_NAMES = " '’-."


@dataclass(eq=False)
class WrongName(UserError):
    """Nothing that can be a name was entered."""

    code: ClassVar[str] = "name.empty"
    field: ClassVar[str] = "full_name"


@dataclass(eq=False)
class NameTooLong(WrongName):
    code: ClassVar[str] = "name.too_long"
    limit: int


@dataclass(eq=False)
class NameCharacter(WrongName):
    """``character`` stands in no name: a digit, a sign, an emoji."""

    code: ClassVar[str] = "name.character"
    character: str


@dataclass(frozen=True, slots=True)
class NameKeys:
    """What a name is searched by: "nguyen van an", "an nguyen van", "nva"."""

    surname_first: str
    given_first: str
    initials: str


def nfc(text: str) -> str:
    """The one composed form that everything is stored and compared in."""
    return unicodedata.normalize("NFC", text)


def _strip_marks(text: str) -> str:
    """The rule that the table of ``fold`` holds ready; slow, for letters outside it."""
    split = unicodedata.normalize("NFD", text.lower())
    kept = "".join(c for c in split if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept).replace("đ", "d")


def _folding_table() -> dict[int, str]:
    latin = (*range(ord("A"), 0x0250), *range(0x1E00, 0x1F00))
    table = {point: _strip_marks(chr(point)) for point in latin}
    return table | dict.fromkeys(range(0x0300, 0x0370), "")


_FOLDED = _folding_table()


def fold(text: str) -> str:
    """No accents, đ as d, lower case, single blanks: the form that search keys are kept in."""
    folded = text.translate(_FOLDED)
    if not folded.isascii():
        folded = _strip_marks(folded)
    return " ".join(folded.split())


def clean_name(text: str) -> str:
    """A person's name as it is stored: NFC, trimmed, single blanks.

    Raises WrongName when nothing is left, NameTooLong, NameCharacter for what no name holds.
    """
    name = _tidy(text)
    for character in name:
        if not (character in _IN_NAMES or _is_letter(character)):
            raise NameCharacter(character=character)
    if not any(character.isalpha() for character in name):
        raise WrongName
    return name


def clean_addressee(text: str) -> str:
    """The name on an item: a person or an organisation, so digits and punctuation may stand.

    Raises as ``clean_name`` does: emoji and control characters are still refused.
    """
    return _addressed(_tidy(text))


def clean_organisation(text: str) -> str:
    """An organisation's name as it is registered: as ``clean_addressee``, and may be longer."""
    return _addressed(_tidy(text, _LONGEST_ORGANISATION))


def _addressed(name: str) -> str:
    for character in name:
        kind = unicodedata.category(character)
        if not (_is_letter(character) or kind[0] in "NP" or kind in {"Zs", "Sm"}):
            raise NameCharacter(character=character)
    if not any(character.isalnum() for character in name):
        raise WrongName
    return name


def _is_letter(character: str) -> bool:
    return character.isalpha() or unicodedata.combining(character) > 0


def _tidy(text: str, longest: int = _LONGEST) -> str:
    """Without the marks that nobody sees (byte order, zero width), which pasted text carries."""
    if len(text) > 4 * longest:
        raise NameTooLong(limit=longest)
    seen = "".join(c for c in text if unicodedata.category(c) != "Cf")
    name = " ".join(nfc(seen).split())
    if len(name) > longest:
        raise NameTooLong(limit=longest)
    return name


def name_keys(name: str) -> NameKeys:
    """The keys of a whole name; the given name is the last word."""
    words = fold(name).split()
    return NameKeys(
        surname_first=" ".join(words),
        given_first=" ".join(words[-1:] + words[:-1]),
        initials="".join(word[0] for word in words),
    )


def accents_agree(typed: str, name: str) -> bool:
    """Whether every word typed begins another word of ``name``, or all are its initials.

    Accents that were typed must be there; those left out may be. A tone counts for its word, not
    its letter, so "hoà" finds "Hòa".
    """
    return bool(match_spans(typed, name))


def match_spans(typed: str, name: str) -> tuple[tuple[int, int], ...]:
    """The parts of ``nfc(name)`` that ``typed`` matched, from left to right; () when none."""
    words = _words(nfc(name))
    wanted = [Spelling(0, part) for part in nfc(typed).split()]
    if not wanted or len(wanted) > len(words):
        return ()
    pairs = _pair_up(wanted, words)
    if pairs is not None:
        spans = ((words[at].start, len(wanted[k].letters)) for at, k in pairs.items())
        return tuple(sorted((start, start + length) for start, length in spans))
    return _initials(wanted, words)


_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


class Spelling:
    """A word split into letters, the marks that make other letters of them (ê, ơ, đ), and tone.

    ``start`` is its place in the text that it stands in.
    """

    __slots__ = ("letters", "shapes", "start", "tone")

    def __init__(self, start: int, text: str) -> None:
        self.start = start
        self.letters: list[str] = []
        self.shapes: list[str] = []
        self.tone = ""
        for character in text:
            marks = unicodedata.normalize("NFD", character.lower())[1:]
            base = fold(character)
            self.letters.append(base)
            self.shapes.append("".join(m for m in marks if m not in _TONES) + _stroke(character))
            self.tone += "".join(m for m in marks if m in _TONES)

    def begins(self, other: "Spelling") -> bool:
        """Whether ``other`` goes on as this does; accents may be missing here, not there."""
        if len(self.letters) > len(other.letters) or self.tone not in ("", other.tone):
            return False
        pairs = zip(self.letters, self.shapes, other.letters, other.shapes, strict=False)
        return all(mine == its and shape in ("", wearing) for mine, shape, its, wearing in pairs)


def _stroke(character: str) -> str:
    return "-" if character in "đĐ" else ""


def _words(text: str) -> list[Spelling]:
    words: list[Spelling] = []
    end = 0
    for part in text.split():
        start = text.index(part, end)
        end = start + len(part)
        words.append(Spelling(start, part))
    return words


def _pair_up(wanted: Sequence[Spelling], words: Sequence[Spelling]) -> dict[int, int] | None:
    """Position in ``words`` to position in ``wanted``, one to one; None when some find no place."""
    taken: dict[int, int] = {}

    def place(k: int, tried: set[int]) -> bool:
        for at, word in enumerate(words):
            if at in tried or not wanted[k].begins(word):
                continue
            tried.add(at)
            if at not in taken or place(taken[at], tried):
                taken[at] = k
                return True
        return False

    return taken if all(place(k, set()) for k in range(len(wanted))) else None


def _initials(wanted: Sequence[Spelling], words: Sequence[Spelling]) -> tuple[tuple[int, int], ...]:
    typed = wanted[0]
    if len(wanted) > 1 or len(typed.letters) > len(words):
        return ()
    for letter, shape, word in zip(typed.letters, typed.shapes, words, strict=False):
        if letter != word.letters[0] or shape not in ("", word.shapes[0]):
            return ()
    return tuple((word.start, word.start + 1) for word in words[: len(typed.letters)])
