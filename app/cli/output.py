"""What a command prints: one JSON object for scripts, or a few Vietnamese lines for people."""

import io
import sys
from dataclasses import dataclass
from enum import IntEnum
from typing import TextIO

import msgspec

from app.errors import TemError
from app.messages import text, text_for


class Exit(IntEnum):
    """What scripts read from a command's exit status."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    WRONG = 3
    BUG = 70


@dataclass(frozen=True, slots=True)
class Output:
    """``answer`` ends every command; ``progress`` goes to the other channel meanwhile."""

    as_json: bool
    out: TextIO
    err: TextIO

    def answer(self, value: object, *lines: str) -> None:
        """``value`` is the JSON object; ``lines`` are the same in words."""
        if self.as_json:
            lines = (msgspec.json.encode(value).decode(),)
        for line in lines:
            print(line, file=self.out)
        self.out.flush()

    def progress(self, code: str, **fields: object) -> None:
        print(text(code, **fields), file=self.err, flush=True)

    def refuse(self, error: TemError) -> None:
        self.refuse_with(error.code, text_for(error))

    def refuse_with(self, code: str, sentence: str) -> None:
        if self.as_json:
            self.answer({"error": {"code": code, "message": sentence}})
        else:
            print(sentence, file=self.err, flush=True)


def speak_utf8() -> None:
    """Vietnamese comes out whole in every locale, and no character can break a command."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
