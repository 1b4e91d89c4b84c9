"""How an invariant is told to be broken."""

from dataclasses import dataclass
from typing import Protocol

from app.store.store import Store


@dataclass(eq=False)
class Broken(Exception):
    """``rule`` names what does not hold; ``detail`` is for who looks for the reason."""

    rule: str
    detail: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.detail}"


class HasStore(Protocol):
    """A counter, as far as it is looked at here."""

    @property
    def store(self) -> Store: ...


def holds(rule: str, good: bool, detail: str) -> None:  # noqa: FBT001 - reads like an assertion
    if not good:
        raise Broken(rule, detail)
