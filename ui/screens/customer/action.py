"""A small form of the customer's page as a value: what it asks, and what it sends; Qt-free."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from app.messages import text
from app.services.customers import RegisterCustomer
from app.services.four_eyes import Approval
from ui.people_desk import PeopleDesk

Kind = Literal["text", "choice", "chips", "place", "customer", "amount"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of a form. ``options`` are (value, label) of a choice or of chips."""

    name: str
    label: str
    kind: Kind = "text"
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """What stands in the form. ``code`` is the commune taken; ``several`` what is on in chips."""

    command_id: bytes
    values: Mapping[str, str] = field(default_factory=dict)
    several: tuple[str, ...] = ()
    code: str = ""
    approval: Approval = field(default_factory=lambda: Approval("", ""))


@dataclass(frozen=True, slots=True)
class Action:
    """``words`` stand above the fields and are read out or minded; ``approved`` by two people.

    ``then`` is given the answer, in the screen's thread, in place of a word that it is done.
    Customers that resemble ``alike`` are proposed.
    """

    name: str
    title: str
    asks: tuple[Ask, ...]
    send: Callable[[PeopleDesk, Given], object]
    words: str = ""
    approved: bool = False
    submit: str = ""
    then: Callable[[object], None] | None = None
    alike: RegisterCustomer | None = None


def options(words: type[StrEnum], prefix: str) -> tuple[tuple[str, str], ...]:
    """Every word with its label, for a choice."""
    return tuple((word.value, text(f"{prefix}.{word.value}")) for word in words)
