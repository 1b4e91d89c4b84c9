"""Repeating what was typed, in a sentence that may end in a log or on somebody's screen."""

import re

HIDDEN = "…"
_CARD_FIELDS = "|"
_LONG_NUMBER = re.compile(r"[0-9]{9,}")


def discreet(given: str, longest: int = 40) -> str:
    """``given`` cut to ``longest``, without the numbers and names that a citizen card tells."""
    if _CARD_FIELDS in given:
        return HIDDEN
    return without_numbers(given)[:longest]


def without_numbers(told: str) -> str:
    """``told`` without anything that is as long as a paper's number or a phone."""
    return _LONG_NUMBER.sub(HIDDEN, told)


REVEALABLE = ("phones", "citizen", "birth_date")
"""What a clerk may ask to see whole, each time with a line in the log."""
