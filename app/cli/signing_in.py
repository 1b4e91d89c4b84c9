"""Who gives a command: ``--as CLERK`` or ``TEM_CLERK``; the PIN from ``TEM_PIN`` or a prompt."""

import argparse
import os
import sys
from dataclasses import dataclass
from getpass import getpass
from typing import ClassVar, Protocol

from app.domain.identities import Clerk
from app.errors import UserError
from app.messages import text


@dataclass(eq=False)
class ClerkNotNamed(UserError):
    """The command is only for people of the counter. ``clerks`` are the codes to choose from."""

    code: ClassVar[str] = "cli.clerk_not_named"
    clerks: str


@dataclass(eq=False)
class PinNotGiven(UserError):
    """No ``TEM_PIN``, and nobody at a keyboard to ask."""

    code: ClassVar[str] = "cli.pin_not_given"


class SignsIn(Protocol):
    """The part of the desk that knows its people."""

    def clerks(self) -> tuple[Clerk, ...]: ...
    def sign_in(self, code: str, pin: str) -> Clerk: ...


def sign_in(desk: SignsIn, given: argparse.Namespace) -> Clerk:
    """Sign the clerk of this command in, as the window does."""
    code = given.clerk or os.environ.get("TEM_CLERK", "")
    if not code:
        raise ClerkNotNamed(clerks=", ".join(clerk.code for clerk in desk.clerks()))
    return desk.sign_in(code, _pin(code))


def sign_in_if_named(desk: SignsIn, given: argparse.Namespace) -> None:
    """For commands that anyone at this computer may give."""
    if given.clerk or os.environ.get("TEM_CLERK"):
        sign_in(desk, given)


def _pin(code: str) -> str:
    if pin := os.environ.get("TEM_PIN"):
        return pin
    if not sys.stdin.isatty():
        raise PinNotGiven
    try:
        return getpass(text("cli.pin_prompt", clerk=code))
    except EOFError as error:
        raise PinNotGiven from error
