"""Who approves a command: ``--approver CLERK``; the PIN from ``TEM_APPROVER_PIN`` or a prompt."""

import argparse
import os
import sys
from getpass import getpass

from app.cli.signing_in import PinNotGiven
from app.messages import text
from app.services.four_eyes import Approval


def approval(given: argparse.Namespace) -> Approval | None:
    """What the second person typed; None when nobody was named. Raises PinNotGiven."""
    if not given.approver:
        return None
    return Approval(given.approver, _pin(given.approver))


def _pin(code: str) -> str:
    if pin := os.environ.get("TEM_APPROVER_PIN"):
        return pin
    if not sys.stdin.isatty():
        raise PinNotGiven
    try:
        return getpass(text("cli.pin_prompt", clerk=code))
    except EOFError as error:
        raise PinNotGiven from error
