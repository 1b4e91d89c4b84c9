"""A line of the model: one message of a pass meets with a fault, or with the end of the program."""

from dataclasses import dataclass, field
from random import Random

from sync.simulation.line import Fault, Line
from sync.transport import Reply
from tests.sync.country import Wire


class Killed(BaseException):
    """The computer went off in the middle of things."""


@dataclass
class StruckWire(Wire):
    """``strike``: which message from now on, and what befalls it; None kills the program."""

    strike: tuple[int, Fault | None] | None = None
    passed: int = 0
    line: Line = field(init=False)

    def __post_init__(self) -> None:
        self.line = Line(lambda: self.headquarters, Random(1))

    def send(self, path: str, body: bytes, token: bytes = b"") -> Reply:
        self.passed += 1
        if self.strike is None or self.passed < self.strike[0]:
            return self.line.send(path, body, token)
        fault, self.strike = self.strike[1], None
        if fault is None:
            self.line.send(path, body, token)  # done, and nobody is left to hear of it
            raise Killed
        return self.line._faulty(fault, path, body, token)

    def struck(self, nth: int, fault: Fault | None) -> None:
        self.strike, self.passed = (nth, fault), 0

    def calm(self) -> None:
        super().calm()
        self.strike = None
