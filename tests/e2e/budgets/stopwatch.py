"""How long the machine takes to answer, and what the clerk's hands have to do meanwhile."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil
from time import monotonic

from tests.e2e.keyboard import Keyboard
from tests.e2e.program import Program
from tests.e2e.seen import Seen
from tests.e2e.waiting import PATIENCE_S, until

OFTEN_S = 0.002
"""Between two looks at the window: the answer comes this much earlier than it is seen."""


@dataclass(slots=True)
class Spent:
    """What one run of a task cost: ``answers`` are seconds from the last key of each step."""

    scans: int = 0
    keys: int = 0
    answers: dict[str, float] = field(default_factory=dict)


class Hands:
    """A keyboard that counts, and a clock that starts when a key has been sent."""

    def __init__(self, program: Program, keyboard: Keyboard) -> None:
        self.program = program
        self.keys = keyboard
        self.spent = Spent()

    def begin(self) -> None:
        """A new task."""
        self.spent = Spent()

    def press(self, *keys: str) -> None:
        self.keys.press(*keys)
        self.spent.keys += len(keys)

    def write(self, words: str) -> None:
        self.keys.write(words)
        self.spent.keys += len(words)

    def enter(self, *words: str) -> None:
        """Words, each with Enter behind it."""
        for each in words:
            self.write(each)
            self.press("Enter")

    def scan(self, code: str) -> None:
        self.keys.scan(code)
        self.spent.scans += 1

    def read(self) -> None:
        """As long as nobody has read what stands there: a finishing key would be lost."""
        self.program.read()

    def answer(self, step: str, right: Callable[[Seen], bool]) -> Seen:
        """Wait for what the last key or scan leads to, and note how long that took."""
        with self.timing(step):
            return self.until(right, step)

    @contextmanager
    def timing(self, step: str) -> Iterator[None]:
        """A step that is waited for in another way."""
        began = monotonic()
        yield
        self.spent.answers[step] = monotonic() - began

    def until(
        self, right: Callable[[Seen], bool], what: str, patience_s: float = PATIENCE_S
    ) -> Seen:
        """Wait without noting."""

        def look() -> Seen | None:
            seen = self.program.look()
            return seen if seen is not None and seen.active and right(seen) else None

        def instead() -> str:
            seen = self.program.look()
            return f"focus {seen.focus!r} in\n{seen.text}\n{seen.fields}" if seen else "nothing"

        return until(look, what, patience_s, instead=instead, step_s=OFTEN_S)


def at_share(times: Sequence[float], share: float) -> float:
    """The least of ``times`` that ``share`` of them do not exceed: 0.5 is the median."""
    ordered = sorted(times)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]
