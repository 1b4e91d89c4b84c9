"""Does what was asked of a booked transaction, each once; Qt-free."""

from collections.abc import Callable
from typing import Any, Protocol

from app.errors import UserError
from app.messages import text, text_for
from app.queries.transactions import ItemLine
from app.services.confirming import ConfirmedPayment, ConfirmPayment
from app.services.correcting import CorrectedShipment, CorrectShipment
from app.services.four_eyes import Approval
from app.services.paying import Tender
from app.services.voiding import VoidedShipments, VoidShipments
from ui.desk import Desk
from ui.running import Runner
from ui.screens.correction.entered import Deed, Entered, wanted


class RefusingView(Protocol):
    """Where refusals are told."""

    def refuse(self, field: str, sentence: str) -> None: ...


class Doing:
    """``done`` is told the sentence of what was booked; ``failed`` what is no refusal."""

    def __init__(
        self,
        view: RefusingView,
        desk: Desk,
        writing: Runner,
        done: Callable[[str], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._view = view
        self._desk = desk
        self._writing = writing
        self._done = done
        self._failed = failed
        self._command_id = b""
        self._doubted: int | None = None
        self._tendered: int | None = None
        self.is_busy = False

    @property
    def command_id(self) -> bytes:
        """Of what is booked next: a transfer has its words from it."""
        return self._command_id

    def begin(self) -> None:
        """From here on a press books something new."""
        self._command_id = self._desk.new_command_id()
        self.forget_doubt()

    def forget_doubt(self) -> None:
        """The form was changed: what was asked about no longer stands."""
        self._doubted = None

    def void(self, receipt: str, entered: Entered) -> None:
        """Take out the marked item, or all that stands."""
        command = VoidShipments(
            self._command_id,
            receipt,
            entered.reason,
            Approval(entered.approver, entered.pin),
            items=() if entered.whole or not entered.code else (entered.code,),
            refund=entered.refund,
            later=entered.deed is Deed.REFUND,
        )
        self.run(lambda: self._desk.void(command), lambda done: self._done(_voided(done)))

    def correct(self, item: ItemLine, entered: Entered, difference_vnd: int) -> None:
        """Book other terms, and the difference, paid as it was chosen."""
        self._tendered = tendered = entered.tendered_vnd
        confirmed = tendered is not None and tendered == self._doubted
        shares = entered.given.shares(max(0, difference_vnd))
        command = CorrectShipment(
            self._command_id,
            item.code,
            wanted(item, entered),
            entered.reason,
            Approval(entered.approver, entered.pin),
            tender=Tender(tendered or 0, shares.transfer_vnd, shares.on_account_vnd, confirmed),
            refund=entered.refund,
        )
        self.run(lambda: self._desk.correct(command), lambda done: self._done(_corrected(done)))

    def confirm(self, subject: str, entered: Entered) -> None:
        """The transfer has come, or has been sent."""
        command = ConfirmPayment(self._command_id, subject, entered.reference, entered.by)
        self.run(
            lambda: self._desk.confirm_payment(command), lambda done: self._done(_confirmed(done))
        )

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """One write at a time."""
        if self.is_busy:
            return
        self.is_busy = True

        def finished(answer: Any) -> None:  # noqa: ANN401 - whatever the work answers
            self.is_busy = False
            done(answer)

        self._writing.run(work, finished, self._refused)

    def _refused(self, error: Exception) -> None:
        self.is_busy = False
        if not isinstance(error, UserError):
            self._failed(error)
            return
        field = getattr(error, "field", "")
        if field == "tendered":
            self._doubted = self._tendered
        self._view.refuse(field, text_for(error))


def _voided(done: VoidedShipments) -> str:
    return text(
        f"ui.correction.done.{done.what}",
        slip=done.slip,
        refunded_vnd=done.refunded_vnd,
        cash_vnd=done.cash_vnd,
    )


def _corrected(done: CorrectedShipment) -> str:
    if done.collected_vnd:
        return text(
            "ui.correction.done.collected",
            slip=done.slip,
            collected_vnd=done.collected_vnd,
            change_vnd=done.change_vnd,
        )
    return text(
        "ui.correction.done.given",
        slip=done.slip,
        refunded_vnd=done.refunded_vnd,
        cash_vnd=done.cash_vnd,
    )


def _confirmed(done: ConfirmedPayment) -> str:
    return text("ui.correction.done.confirmed", amount_vnd=abs(done.amount_vnd))
