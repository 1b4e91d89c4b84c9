"""Bytes from a scanner to codes: nothing half ever goes out."""

from dataclasses import dataclass
from typing import ClassVar, Final

from app.domain.devices import ScannerChoice
from app.errors import UserError

STALE_S: Final = 1.0
"""A code comes in one go; what waits longer for its end was cut off."""

_LONGEST: Final = 4_096
_ENDS: Final = {"cr": (b"\r",), "lf": (b"\n",), "crlf": (b"\r\n",), "enter": (b"\r", b"\n")}


@dataclass(eq=False)
class ScanNotText(UserError):
    """The bytes are no UTF-8."""

    code: ClassVar[str] = "scanner.not_text"


@dataclass(eq=False)
class ScanUnfinished(UserError):
    """The end never came: cut off, or the scanner sends another end than was chosen."""

    code: ClassVar[str] = "scanner.unfinished"


@dataclass(eq=False)
class ScanEndless(UserError):
    """More than any code holds, and no end."""

    code: ClassVar[str] = "scanner.endless"


@dataclass(frozen=True, slots=True)
class Scan:
    """One code as it was sent, or why it is none."""

    text: str = ""
    problem: UserError | None = None


class Framing:
    """Collects what comes in pieces. ``quiet_s`` without a byte end a code, or spoil it."""

    def __init__(self, choice: ScannerChoice) -> None:
        self._prefix = choice.prefix
        self._ends = _ENDS.get(choice.ending, ())
        self.quiet_s = STALE_S if self._ends else choice.pause_ms / 1000
        self._held = b""

    @property
    def holds(self) -> bool:
        """Whether a code has begun and not ended."""
        return bool(self._held)

    def feed(self, data: bytes) -> list[Scan]:
        """More bytes: the codes that end in them."""
        self._held += data
        scans: list[Scan] = []
        while (cut := self._next_end()) is not None:
            whole, self._held = self._held[: cut[0]], self._held[cut[1] :]
            scans += self._scan(whole)
        if len(self._held) > _LONGEST:
            self._held = b""
            scans.append(Scan(problem=ScanEndless()))
        return scans

    def quiet(self) -> list[Scan]:
        """Nothing came for ``quiet_s``."""
        held, self._held = self._held, b""
        if not held:
            return []
        return [Scan(problem=ScanUnfinished())] if self._ends else self._scan(held)

    def cut_off(self) -> None:
        """The scanner went away: what had begun is no code."""
        self._held = b""

    def _next_end(self) -> tuple[int, int] | None:
        """Where the first code ends, and where the next begins."""
        found = [(at, at + len(end)) for end in self._ends if (at := self._held.find(end)) >= 0]
        return min(found, default=None)

    def _scan(self, whole: bytes) -> list[Scan]:
        if not whole.strip():
            return []  # between the two bytes of an Enter
        try:
            text = whole.decode("utf-8")
        except UnicodeDecodeError:
            return [Scan(problem=ScanNotText())]
        return [Scan(text.removeprefix(self._prefix))]
