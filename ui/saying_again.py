"""What stands on the screen in one language, said again in another. Qt-free.

A window whose language is switched keeps all that was entered; only its words change. They are
known by the very sentences of the messages, so no widget has to remember where its words came from.
"""

import re
import string
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from app.messages import ONE, Language, catalogue, group_sign_of

_SEPARATORS: Final = (" · ", " › ", " — ", ", ", ": ")
"""Between sentences that a page has put together; lines are always said one by one."""

_NUMBERED: Final = re.compile(r"([0-9✓●]+ )(.+)")
"""A key to choose it by, or its state, before a word."""

_LEAST_LETTERS: Final = 2
"""A pattern with fewer letters of its own would fit anything."""

_UNITS: Final = r"(?:[\s\u00a0](?:đ|g|cm|kg))?"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """``shape`` is the old sentence with its placeholders open; ``code`` leads to the new one."""

    code: str
    shape: re.Pattern[str]
    letters: int


class SayingAgain:
    """Call it with words of ``before``; they come back in ``after``, or as they were if unknown."""

    def __init__(self, before: Language, after: Language) -> None:
        self._old = catalogue(before)
        self._new = catalogue(after)
        old_sign, self._sign = re.escape(group_sign_of(before)), group_sign_of(after)
        self._number = re.compile(rf"[+−-]?\d{{1,3}}(?:{old_sign}\d{{3}})+{_UNITS}")
        self._old_sign = group_sign_of(before)
        self._known: dict[str, str] = {}

    def __call__(self, words: str) -> str:
        if not words.strip():
            return words
        if words not in self._known:
            self._known[words] = self._said(words)
        return self._known[words]

    def _said(self, words: str) -> str:
        if words in self._whole:
            return self._whole[words]
        if self._number.fullmatch(words):
            return words.replace(self._old_sign, self._sign)
        if "\n" in words:
            return "\n".join(self(line) for line in words.split("\n"))
        return self._patterned(words) or self._numbered(words) or self._in_parts(words) or words

    def _numbered(self, words: str) -> str:
        found = _NUMBERED.fullmatch(words)
        return f"{found[1]}{self(found[2])}" if found else ""

    def _in_parts(self, words: str) -> str:
        """Joined sentences, each for itself; "" when there is nothing to divide."""
        for separator in _SEPARATORS:
            if separator in words:
                return separator.join(self(part) for part in words.split(separator))
        return ""

    def _patterned(self, words: str) -> str:
        for pattern in self._patterns:
            found = pattern.shape.fullmatch(words)
            if found is not None:
                fields = {name: self(value) for name, value in found.groupdict().items()}
                return _filled(self._sentence(pattern.code, fields), fields)
        return ""

    def _sentence(self, code: str, fields: dict[str, str]) -> str:
        """In the new language, which may have one of its own for a single thing."""
        plain = code.removesuffix(ONE)
        only = self._new.get(f"{plain}{ONE}") if fields.get("count") == "1" else None
        return only or self._new[plain]

    @cached_property
    def _whole(self) -> dict[str, str]:
        """Sentences without placeholders. Where two are the same, that of the window counts."""
        said = {
            sentence: self._new[code]
            for code, sentence in sorted(self._old.items(), key=lambda each: _is_of_window(each[0]))
            if code in self._new and "{" not in sentence
        }
        return {sentence: new for sentence, new in said.items() if sentence.strip()}

    @cached_property
    def _patterns(self) -> tuple[_Pattern, ...]:
        """Those with the most letters of their own first: they fit least by chance."""
        made = [
            _pattern(code, sentence)
            for code, sentence in self._old.items()
            if "{" in sentence
            and code.removesuffix(ONE) in self._new
            and not code.startswith("cli.")
        ]
        fitting = [each for each in made if each.letters >= _LEAST_LETTERS]
        return tuple(sorted(fitting, key=lambda each: -each.letters))


def _is_of_window(code: str) -> bool:
    return code.startswith("ui.")


def _pattern(code: str, sentence: str) -> _Pattern:
    shape, letters, seen = "", 0, set[str]()
    for literal, field, _spec, _conversion in string.Formatter().parse(sentence):
        shape += re.escape(literal)
        letters += sum(sign.isalpha() for sign in literal)
        if field is not None:
            name = re.split(r"[.\[]", field)[0]
            shape += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    return _Pattern(code, re.compile(shape, re.DOTALL), letters)


def _filled(sentence: str, fields: dict[str, str]) -> str:
    """The values are words already: whatever form the placeholder asks for was given to them."""
    said = ""
    for literal, field, _spec, _conversion in string.Formatter().parse(sentence):
        said += literal
        if field is not None:
            said += fields.get(re.split(r"[.\[]", field)[0], "")
    return said
