"""The universal box: one text in, what it can mean out, best first."""

from dataclasses import dataclass

from app.domain.citizen import CitizenCard


@dataclass(frozen=True, slots=True)
class Hit:
    """``kind``: customer, item, receipt. ``spans`` marks the matched parts of ``title``."""

    kind: str
    code: str
    title: str
    detail: str = ""
    phone_masked: str = ""
    activity: str = ""
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """``exact`` means: a code that names one thing, open it at once.

    ``card`` is set when the text was a citizen card: with no hit, registration opens filled.
    ``problem`` is a sentence for a code that cannot be right; nothing was saved.
    ``repaired`` holds the code after a typing tool's damage was undone.
    """

    hits: tuple[Hit, ...] = ()
    exact: bool = False
    card: CitizenCard | None = None
    problem: str = ""
    repaired: str = ""
    more: bool = False
