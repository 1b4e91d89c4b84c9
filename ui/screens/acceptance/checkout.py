"""Takes the money once, however often the key is pressed, then has the papers printed; Qt-free."""

from typing import Protocol

from app.errors import UserError
from app.messages import text, text_for
from app.services.shipments import AcceptedShipments, AcceptShipments, ItemDraft
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.payment import CASH_ONLY, Given, is_unlikely
from ui.running import Runners
from ui.shell.handle import Shell


class CheckoutView(Protocol):
    """The paying part of the basket column."""

    def show_warning(self, sentence: str) -> None: ...
    def show_trouble(self, sentence: str) -> None: ...
    def go_to_tendered(self) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


class Checkout:
    """``customer`` is whose basket it is. What was entered stays until it ``is_booked``."""

    def __init__(
        self,
        view: CheckoutView,
        desk: Desk,
        runners: Runners,
        changes: ChangeFeed,
        shell: Shell,
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._confirmed: tuple[int, int] | None = None
        self.customer = ""
        self.is_busy = False
        self.is_booked = False

    def pay(
        self,
        command_id: bytes,
        items: tuple[ItemDraft, ...],
        total_vnd: int,
        tendered_vnd: int,
        given: Given = CASH_ONLY,
    ) -> None:
        """Book the basket; a sum of cash that is hardly meant is asked about first."""
        confirmed = self._confirmed == (total_vnd, tendered_vnd)
        shares = given.shares(total_vnd)
        if is_unlikely(shares.cash_vnd, tendered_vnd) and not confirmed:
            self._warn(
                text(
                    "ui.acceptance.unlikely", tendered_vnd=tendered_vnd, total_vnd=shares.cash_vnd
                ),
                (total_vnd, tendered_vnd),
            )
            return
        command = AcceptShipments(
            command_id,
            self.customer,
            items,
            tendered_vnd,
            confirmed,
            transfer_vnd=shares.transfer_vnd,
            on_account_vnd=shares.on_account_vnd,
        )
        self._set_busy(busy=True)
        self._runners.writing.run(
            lambda: self._desk.accept(command),
            self._accepted,
            lambda error: self._failed(error, (total_vnd, tendered_vnd)),
        )

    def forget_warning(self) -> None:
        """The sum was changed: what was asked about no longer stands."""
        self._confirmed = None
        self._view.show_warning("")

    def _accepted(self, booked: AcceptedShipments) -> None:
        self.is_booked, self.is_busy = True, False
        self._shell.open_receipt(booked.receipt)
        self._changes.announce(Topic.SHIPMENTS, Topic.CUSTOMERS, Topic.STANDING)
        self._shell.print_waiting()

    def _failed(self, error: Exception, figures: tuple[int, int]) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, UserError):
            self._shell.fail(error)
        elif error.field == "tendered":
            self._warn(text_for(error), figures)
        else:
            self._view.show_trouble(text_for(error))

    def _warn(self, sentence: str, figures: tuple[int, int]) -> None:
        self._confirmed = figures
        self._view.show_warning(sentence)
        self._view.go_to_tendered()

    def _set_busy(self, *, busy: bool) -> None:
        self.is_busy = busy
        self._view.set_busy(busy=busy)
