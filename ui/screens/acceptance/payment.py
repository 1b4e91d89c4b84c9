"""When the sum can be taken, what is still missing, what goes back to the customer; Qt-free."""

from dataclasses import dataclass

from app.messages import text

UNLIKELY_TIMES = 10
"""Money tendered from this many times the sum on is asked about: a nought too many."""


@dataclass(frozen=True, slots=True)
class Due:
    """``missing`` names in words what the payment waits for; empty means it can be taken.

    ``change_vnd`` is None while less than the sum was tendered.
    """

    total_vnd: int
    change_vnd: int | None
    missing: str


def due(total_vnd: int, tendered_vnd: int | None, lacking: str) -> Due:
    """``lacking`` is what the items themselves still wait for."""
    if lacking:
        return Due(total_vnd, None, lacking)
    if tendered_vnd is None and total_vnd:
        return Due(total_vnd, None, text("ui.acceptance.missing.tendered"))
    change_vnd = (tendered_vnd or 0) - total_vnd
    if change_vnd < 0:
        return Due(total_vnd, None, text("ui.acceptance.missing.more", lacking_vnd=-change_vnd))
    return Due(total_vnd, change_vnd, "")


def is_unlikely(total_vnd: int, tendered_vnd: int) -> bool:
    """Whether the clerk is asked once more."""
    return tendered_vnd > 0 and tendered_vnd >= UNLIKELY_TIMES * total_vnd
