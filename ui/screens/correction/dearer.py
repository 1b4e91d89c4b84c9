"""How the customer pays what a correction made dearer; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.queries.transactions import TransactionPage
from ui.desk import Desk
from ui.paying import Paying, PayView
from ui.payment import CASH_ONLY, Given
from ui.running import Runner
from ui.screens.correction.doing import Doing
from ui.screens.correction.entered import Entered


class MoneyView(Protocol):
    """The part of the page where the money stands."""

    def entered(self) -> Entered: ...
    def show_change(self, change_vnd: int | None) -> None: ...


class Dearer:
    """``vnd`` is to be collected; nothing while a correction costs no more."""

    def __init__(
        self,
        view: MoneyView,
        pay_view: PayView,
        desk: Desk,
        reading: Runner,
        doing: Doing,
        failed: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._doing = doing
        self._paying = Paying(pay_view, desk, reading, failed, self._show)
        self._customer = ""
        self.vnd = 0

    def give(self, given: Given) -> None:
        """Another way to pay, or other parts of it."""
        self._doing.forget_doubt()
        self._paying.give(given)

    def tender(self, _tendered_vnd: int | None) -> None:
        """Another sum of cash."""
        self._doing.forget_doubt()
        self._show()

    def cost(self, difference_vnd: int, page: TransactionPage | None) -> None:
        """What the correction would come to now."""
        self.vnd = max(0, difference_vnd)
        self._customer = page.receipt.customer if page is not None else ""
        self._show()

    def begin_anew(self) -> None:
        """It was booked: the next is paid in cash again."""
        self.vnd = 0
        self._paying.give(CASH_ONLY)

    def _show(self) -> None:
        """The code of a transfer, and what goes back of the cash."""
        tendered_vnd = self._view.entered().tendered_vnd
        self._paying.settle(self._doing.command_id, self.vnd, self._customer)
        due = self._paying.due(self.vnd, tendered_vnd, "", self._customer)
        self._view.show_change(due.change_vnd if self.vnd else None)
