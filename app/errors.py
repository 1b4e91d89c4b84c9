"""The two kinds of failure that a person is told about; anything else is a bug.

This module imports nothing of the program, so that every layer, the domain too, can raise.
``code`` names the sentence in ``resources/messages``; the fields of the error fill its
placeholders. A test walks all subclasses and checks that code, sentence and fields agree.
"""

from typing import ClassVar


class TemError(Exception):
    """Something a person is told in a sentence."""

    code: ClassVar[str]


class UserError(TemError):
    """The clerk can put it right by changing what was entered.

    ``field`` names the entry field beside which the sentence belongs ("" when none does).
    """

    field: ClassVar[str] = ""


class EnvironmentFault(TemError):
    """Disk, printer, key store or clock is at fault. Nothing that was entered is lost."""
