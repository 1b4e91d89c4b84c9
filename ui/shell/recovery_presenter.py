""" "Giao dịch gần nhất" after a crash: what was booked, and what of it is on paper. Qt-free."""

from collections.abc import Callable
from typing import Protocol

from app.errors import UserError
from app.messages import text_for
from app.queries.standing import LastTransaction, PrintedState
from ui.running import Runner
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """The page."""

    def show_state(self, last: LastTransaction, asked: PrintedState | None) -> None:
        """``asked`` is the document that the clerk is asked about; None when all is settled."""


class Settles(Protocol):
    """The part of the desk that takes the clerk's word."""

    def settle_print(self, job: int, *, on_paper: bool) -> LastTransaction: ...


class RecoveryPresenter:
    """Asks about one document after the other."""

    def __init__(
        self, view: View, desk: Settles, writing: Runner, shell: Shell, last: LastTransaction
    ) -> None:
        self._view = view
        self._desk = desk
        self._writing = writing
        self._shell = shell
        self._last = last
        self._busy = False
        self._show()

    @property
    def asked(self) -> PrintedState | None:
        """The first document that is in doubt."""
        return next((each for each in self._last.documents if each.state == "doubtful"), None)

    def answer(self, *, on_paper: bool) -> None:
        """The clerk has looked into the printer's tray."""
        asked = self.asked
        if asked is None or self._busy:
            return
        self._busy = True
        self._writing.run(self._settling(asked.job, on_paper=on_paper), self._settled, self._failed)

    def go_on(self) -> None:
        """All is settled, or the clerk leaves it for later: the start page, and print the rest."""
        self._shell.print_waiting()
        self._shell.finish()

    def _settling(self, job: int, *, on_paper: bool) -> Callable[[], LastTransaction]:
        return lambda: self._desk.settle_print(job, on_paper=on_paper)

    def _settled(self, last: LastTransaction) -> None:
        self._busy = False
        self._last = last
        self._show()
        self._shell.refresh_keys()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UserError):
            self._shell.tell(text_for(error), Tone.BAD)
        else:
            self._shell.fail(error)

    def _show(self) -> None:
        self._view.show_state(self._last, self.asked)
