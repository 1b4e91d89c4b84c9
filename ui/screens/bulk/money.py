"""How a whole file is paid: the ways of any basket, over all its receipts; Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.messages import text
from app.services.bulk.booking import file_transfer_id
from ui.desk import Desk
from ui.paying import Paying, PayView
from ui.payment import CASH_ONLY, Due, Given, Shares, is_unlikely
from ui.running import Runner
from ui.screens.bulk.work import Work


class MoneyView(PayView, Protocol):
    """The part of the page where the money stands."""

    def show_change(self, change_vnd: int | None) -> None: ...
    def begin_anew(self) -> None: ...


class FileMoney:
    """``changed`` is called when F12 may wait for something else now."""

    def __init__(
        self,
        view: MoneyView,
        desk: Desk,
        reading: Runner,
        failed: Callable[[Exception], None],
        changed: Callable[[], None],
    ) -> None:
        self._view = view
        self._changed = changed
        self._paying = Paying(view, desk, reading, failed, self._refresh)
        self._work: Work | None = None
        self._customer = ""
        self._tendered_vnd: int | None = None
        self._confirmed: tuple[int, int] | None = None
        self._due = Due(0, None, "")

    @property
    def missing(self) -> str:
        """What the payment still waits for."""
        return self._due.missing

    @property
    def shares(self) -> Shares:
        """Which part of what is still open is paid in what way."""
        return self._paying.given.shares(self._due.total_vnd)

    def give(self, given: Given) -> None:
        """Another way, or other parts."""
        self._confirmed = None
        self._paying.give(given)

    def tender(self, tendered_vnd: int | None) -> None:
        """Another sum of cash."""
        self._tendered_vnd, self._confirmed = tendered_vnd, None
        self._view.show_warning("")
        self._refresh()

    def settle(self, work: Work | None, customer: str) -> None:
        """What is still open of the file."""
        self._work, self._customer = work, customer
        self._refresh(tell=False)

    def is_doubtful(self) -> bool:
        """Cash that is hardly meant is asked about once."""
        tendered_vnd, cash_vnd = self._tendered_vnd or 0, self.shares.cash_vnd
        figures = (tendered_vnd, cash_vnd)
        if not is_unlikely(cash_vnd, tendered_vnd) or self._confirmed == figures:
            return False
        self._confirmed = figures
        self._view.show_warning(
            text("ui.acceptance.unlikely", tendered_vnd=tendered_vnd, total_vnd=cash_vnd)
        )
        return True

    def begin_anew(self) -> None:
        """What was given is used up; what is open still is asked for again."""
        self._tendered_vnd = None
        self._view.begin_anew()
        self._paying.give(CASH_ONLY)

    def _refresh(self, *, tell: bool = True) -> None:
        work = self._work
        total_vnd = work.due_vnd if work is not None else 0
        command_id = file_transfer_id(self._customer, work.sheet.digest) if work else b""
        self._paying.settle(command_id, total_vnd, self._customer)
        self._due = self._paying.due(total_vnd, self._tendered_vnd, "", self._customer)
        self._view.show_change(self._due.change_vnd if total_vnd else None)
        if tell:
            self._changed()
