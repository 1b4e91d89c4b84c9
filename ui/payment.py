"""When the sum can be taken, what is still missing, what goes back to the customer; Qt-free."""

from dataclasses import dataclass
from enum import StrEnum

from app.messages import text

UNLIKELY_TIMES = 10
"""Money tendered from this many times the sum on is asked about: a nought too many."""


class Way(StrEnum):
    """How the customer pays, in the order of the panel; F9 pressed again goes to the next."""

    CASH = "cash"
    TRANSFER = "transfer"
    ACCOUNT = "account"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Given:
    """What is paid beside cash; the sums are typed only where ``way`` is mixed."""

    way: Way = Way.CASH
    transfer_vnd: int = 0
    on_account_vnd: int = 0

    def shares(self, total_vnd: int) -> "Shares":
        """Which part of the sum is paid in what way."""
        if self.way is Way.TRANSFER:
            return Shares(0, total_vnd, 0)
        if self.way is Way.ACCOUNT:
            return Shares(0, 0, total_vnd)
        if self.way is Way.MIXED:
            cash_vnd = total_vnd - self.transfer_vnd - self.on_account_vnd
            return Shares(cash_vnd, self.transfer_vnd, self.on_account_vnd)
        return Shares(total_vnd, 0, 0)


@dataclass(frozen=True, slots=True)
class Shares:
    """``cash_vnd`` is what is left for cash; below nothing when the others are too much."""

    cash_vnd: int
    transfer_vnd: int
    on_account_vnd: int


CASH_ONLY = Given()


@dataclass(frozen=True, slots=True)
class Due:
    """``missing`` names in words what the payment waits for; empty means it can be taken.

    ``change_vnd`` is None while less than the sum was tendered.
    """

    total_vnd: int
    change_vnd: int | None
    missing: str


def due(total_vnd: int, tendered_vnd: int | None, lacking: str, given: Given = CASH_ONLY) -> Due:
    """``lacking`` is what the items themselves still wait for."""
    if lacking:
        return Due(total_vnd, None, lacking)
    cash_vnd = given.shares(total_vnd).cash_vnd
    if cash_vnd < 0:
        return Due(total_vnd, None, text("ui.acceptance.missing.less", over_vnd=-cash_vnd))
    if tendered_vnd is None and cash_vnd:
        return Due(total_vnd, None, text("ui.acceptance.missing.tendered"))
    change_vnd = (tendered_vnd or 0) - cash_vnd
    if change_vnd < 0:
        return Due(total_vnd, None, text("ui.acceptance.missing.more", lacking_vnd=-change_vnd))
    return Due(total_vnd, change_vnd, "")


def is_unlikely(total_vnd: int, tendered_vnd: int) -> bool:
    """Whether the clerk is asked once more."""
    return tendered_vnd > 0 and tendered_vnd >= UNLIKELY_TIMES * total_vnd
