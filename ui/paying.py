"""How a sum is paid: the way, the code of a transfer, what an account bears; Qt-free."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.domain.vietqr import ShownTransfer
from app.messages import text
from app.queries.transactions import CreditStanding
from ui.desk import Desk
from ui.payment import CASH_ONLY, Due, Given, Way, due
from ui.running import Latest, Runner


class PayView(Protocol):
    """Where the way is chosen."""

    def show_transfer(self, shown: ShownTransfer | None) -> None: ...
    def show_account(self, sentence: str) -> None: ...
    def show_warning(self, sentence: str) -> None: ...


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked of the counter: not asked again for the same."""

    command_id: bytes
    transfer_vnd: int


class Paying:
    """``customer`` and ``command_id`` are set by whoever asks for the sum."""

    def __init__(
        self,
        view: PayView,
        desk: Desk,
        reading: Runner,
        failed: Callable[[Exception], None],
        changed: Callable[[], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._codes = Latest(reading)
        self._accounts = Latest(reading)
        self._failed = failed
        self._changed = changed
        self._asked: _Asked | None = None
        self._no_account = False
        self._credit: CreditStanding | None = None
        self._credit_asked = ""
        self.given = CASH_ONLY

    def due(self, total_vnd: int, tendered_vnd: int | None, lacking: str, customer: str) -> Due:
        """What F12 waits for, the way of paying included."""
        found = due(total_vnd, tendered_vnd, lacking, self.given)
        shares = self.given.shares(total_vnd)
        if found.missing:
            return found
        if shares.transfer_vnd and self._no_account:
            return Due(total_vnd, None, text("ui.acceptance.no_bank_account"))
        if shares.on_account_vnd and self._credit_asked == customer:
            free_vnd = self._credit.free_vnd if self._credit else 0
            if shares.on_account_vnd > free_vnd:
                return Due(total_vnd, None, self._too_much(free_vnd))
        return found

    def give(self, given: Given) -> None:
        """Another way, or other parts."""
        self.given = given
        self._view.show_warning("")
        self._changed()

    def settle(self, command_id: bytes, total_vnd: int, customer: str) -> None:
        """Have the code drawn and the account looked up for the sum of now."""
        shares = self.given.shares(total_vnd)
        wanted = _Asked(command_id, max(0, shares.transfer_vnd))
        if wanted != self._asked:
            self._asked = wanted
            self._ask_code(wanted)
        if self.given.way in (Way.ACCOUNT, Way.MIXED) and self._credit_asked != customer:
            self._credit_asked = customer
            self._accounts.run(lambda: self._desk.credit(customer), self._know_credit, self._failed)
        self._tell_account()

    def _ask_code(self, wanted: _Asked) -> None:
        if not wanted.transfer_vnd:
            self._view.show_transfer(None)
            return
        self._codes.run(
            lambda: self._desk.transfer_request(wanted.command_id, wanted.transfer_vnd),
            self._know_code,
            self._failed,
        )

    def _know_code(self, shown: ShownTransfer | None) -> None:
        self._no_account = shown is None
        self._view.show_transfer(shown)

    def _know_credit(self, credit: CreditStanding | None) -> None:
        self._credit = credit
        self._tell_account()

    def _tell_account(self) -> None:
        if self.given.way not in (Way.ACCOUNT, Way.MIXED):
            self._view.show_account("")
        elif self._credit is None:
            self._view.show_account(text("ui.acceptance.no_account"))
        else:
            sentence = text(
                "ui.acceptance.account",
                contract=self._credit.contract,
                free_vnd=self._credit.free_vnd,
            )
            self._view.show_account(sentence)

    def _too_much(self, free_vnd: int) -> str:
        if self._credit is None:
            return text("ui.acceptance.no_account")
        return text("ui.acceptance.account_limit", free_vnd=free_vnd)
