"""Which language a command answers in: known before its words are read, for they are explained
in it.
"""

from collections.abc import Sequence
from itertools import pairwise

from app.errors import TemError
from app.messages import Language, language_wanted, speak
from app.settings import home, load_settings


def choose_language(words: Sequence[str]) -> None:
    """``TEM_LANGUAGE``, else the setting of the home that the words name."""
    speak(language_wanted(_setting(_named_home(words))))


def _named_home(words: Sequence[str]) -> str | None:
    for word, following in pairwise((*words, "")):
        if word == "--home":
            return following or None
        if word.startswith("--home="):
            return word.removeprefix("--home=") or None
    return None


def _setting(given: str | None) -> str:
    """Damaged settings are told of by the command that needs them."""
    try:
        return load_settings(home(given).settings).language
    except TemError:
        return Language.VIETNAMESE
