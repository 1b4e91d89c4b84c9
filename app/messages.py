"""Sentences for errors and notices, filled from ``resources/messages``, in the chosen language.

The window and the commands speak the chosen language. What is printed for customers or kept as a
record is Vietnamese whatever was chosen: ``paper_text``.
"""

import os
import string
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any, Final
from zlib import crc32

from app.errors import TemError


class Language(StrEnum):
    """What a clerk may read."""

    VIETNAMESE = "vi"
    ENGLISH = "en"


ONE: Final = ".one"
"""Ends the code of a sentence said instead when its ``count`` is 1, in languages that care."""

_SAID: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

_GROUPS = {Language.VIETNAMESE: ".", Language.ENGLISH: ","}
_chosen = [Language.VIETNAMESE]


def speak(wanted: Language) -> None:
    """From now on, in this process."""
    _chosen[0] = wanted


def spoken() -> Language:
    """The language chosen."""
    return _chosen[0]


def language_named(code: str) -> Language:
    """What settings and environment name; Vietnamese for a language that nobody knows."""
    return Language(code) if code in set(Language) else Language.VIETNAMESE


def language_wanted(setting: str) -> Language:
    """``TEM_LANGUAGE`` goes before the setting."""
    return language_named(os.environ.get("TEM_LANGUAGE") or setting)


def grouped(number: int) -> str:
    """``1234567`` set off by thousands as readers of the chosen language expect."""
    return _grouped(number, spoken())


def group_sign_of(language: Language) -> str:
    """What stands between thousands."""
    return _GROUPS[language]


@lru_cache(maxsize=len(Language))
def _catalogue(language: Language) -> dict[str, str]:
    sentences: dict[str, str] = {}
    folder = resources.files("resources") / "messages" / language.value
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".toml"):
            continue
        for code, sentence in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in sentences:
                raise ValueError(f"{code} stands twice in the messages")
            sentences[code] = sentence
    return sentences


def catalogue(of: Language | None = None) -> Mapping[str, str]:
    """Every sentence by its code, from all subject files.

    Raises ValueError when two files claim one code.
    """
    return _catalogue(of or spoken())


def text(code: str, /, **fields: object) -> str:
    """The sentence for ``code`` with its placeholders filled."""
    return _filled(spoken(), code, fields)


def paper_text(code: str, /, **fields: object) -> str:
    """The Vietnamese sentence: for documents, and for what is kept as a record."""
    return _filled(Language.VIETNAMESE, code, fields)


def text_for(error: TemError) -> str:
    """The sentence a clerk reads for ``error``; errors in its fields are told below it."""
    fields = {k: _told(v) for k, v in vars(error).items() if not k.startswith("_")}
    return text(error.code, **fields)


def short_code(code: str) -> str:
    """Five letters and digits for the phone: the same for ever, without those that sound alike."""
    number = crc32(code.encode())
    return "".join(_SAID[number >> 5 * place & 31] for place in range(5))


def _told(value: object) -> object:
    """A field as a placeholder shows it: a tuple of errors becomes their sentences, one a line."""
    if isinstance(value, tuple) and value and all(isinstance(each, TemError) for each in value):
        return "\n".join(text_for(each) for each in value)
    return value


class _Formatter(string.Formatter):
    """Amounts and weights are grouped by thousands as the readers expect."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:  # noqa: ANN401 - the stdlib's own signature
        value, used = super().get_field(field_name, args, kwargs)
        if isinstance(value, int) and field_name.endswith(("_vnd", "_g")):
            value = _grouped(value, self._language)
        return value, used


def _filled(language: Language, code: str, fields: Mapping[str, object]) -> str:
    sentences = _catalogue(language)
    sentence = sentences[code]
    if fields.get("count") == 1:
        sentence = sentences.get(f"{code}{ONE}", sentence)
    return _Formatter(language).vformat(sentence, (), fields)


def _grouped(number: int, language: Language) -> str:
    return f"{number:,}".replace(",", _GROUPS[language])
