"""Decides what the page of a booked transaction says and does; Qt-free."""

from typing import Protocol

from app.errors import UserError
from app.messages import text, text_for
from app.queries.standing import LastTransaction
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.screens.receipt.papers import in_doubt, some_wait
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """What the page can show. ``asked`` is the job in doubt that the clerk is asked about."""

    def show_transaction(self, transaction: LastTransaction, asked: int | None) -> None: ...


class ReceiptPresenter:
    """Money and paper are two things: what is booked stays booked, whatever the printer does."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._receipt = ""
        self._busy = False
        self.transaction: LastTransaction | None = None
        self.stop = changes.subscribe(Topic.PRINTS, then=self.reload)

    @property
    def asked(self) -> int | None:
        """The document in doubt, by its job; None when there is none."""
        return in_doubt(self.transaction) if self.transaction else None

    @property
    def print_word(self) -> str:
        """What F8 does now: print what waits, or make copies of what was printed."""
        if self.transaction is not None and some_wait(self.transaction):
            return text("ui.receipt.print_waiting")
        return text("ui.receipt.reprint")

    def open(self, receipt: str) -> None:
        """Show what was booked under ``receipt``."""
        self._receipt = receipt
        self.reload()

    def reload(self) -> None:
        """Something was printed, or could not be."""
        self._runners.reading.run(
            lambda: self._desk.receipt(self._receipt), self._show, self._shell.fail
        )

    def print(self) -> None:
        """Print what waits; when all is on paper, queue marked copies and print those."""
        if self._busy or self.transaction is None:
            return
        if some_wait(self.transaction):
            self._shell.print_waiting()
            return
        self._busy = True
        self._runners.writing.run(
            lambda: self._desk.reprint(self._receipt), self._queued, self._failed
        )

    def settle(self, *, on_paper: bool) -> None:
        """The clerk's word on the document in doubt."""
        job = self.asked
        if self._busy or job is None:
            return
        self._busy = True
        self._runners.writing.run(
            lambda: self._desk.settle_print(job, on_paper=on_paper), self._queued, self._failed
        )

    def change(self) -> None:
        """To the page where it is voided, corrected or confirmed."""
        self._shell.open_transaction(self._receipt)

    def next_customer(self) -> None:
        """This customer is served."""
        self._shell.finish()

    def _show(self, transaction: LastTransaction) -> None:
        self.transaction = transaction
        self._view.show_transaction(transaction, self.asked)
        self._shell.refresh_keys()

    def _queued(self, transaction: LastTransaction) -> None:
        self._busy = False
        self._show(transaction)
        if some_wait(transaction):
            self._shell.print_waiting()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UserError):
            self._shell.tell(text_for(error), Tone.WARN)
        else:
            self._shell.fail(error)
