"""Vietnamese sentences for errors and notices, filled from ``resources/messages``."""

import string
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from app.errors import TemError


class _Formatter(string.Formatter):
    """Amounts and weights are grouped by thousands with dots, as Vietnamese readers expect."""

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:  # noqa: ANN401 - the stdlib's own signature
        value, used = super().get_field(field_name, args, kwargs)
        if isinstance(value, int) and field_name.endswith(("_vnd", "_g")):
            value = f"{value:,}".replace(",", ".")
        return value, used


@lru_cache(maxsize=1)
def catalogue() -> dict[str, str]:
    """Every sentence by its code, from all subject files.

    Raises ValueError when two files claim one code.
    """
    sentences: dict[str, str] = {}
    folder = resources.files("resources") / "messages" / "vi"
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if not file.name.endswith(".toml"):
            continue
        for code, text in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in sentences:
                raise ValueError(f"{code} stands twice in the messages")
            sentences[code] = text
    return sentences


def text(code: str, /, **fields: object) -> str:
    """The sentence for ``code`` with its placeholders filled."""
    return _Formatter().vformat(catalogue()[code], (), fields)


def text_for(error: TemError) -> str:
    """The sentence a clerk reads for ``error``; errors in its fields are told below it."""
    fields = {k: _told(v) for k, v in vars(error).items() if not k.startswith("_")}
    return text(error.code, **fields)


def _told(value: object) -> object:
    """A field as a placeholder shows it: a tuple of errors becomes their sentences, one a line."""
    if isinstance(value, tuple) and value and all(isinstance(each, TemError) for each in value):
        return "\n".join(text_for(each) for each in value)
    return value
