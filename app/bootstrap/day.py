"""The part of the desk that keeps the drawer: shifts, cash in and out, counts, X and Z."""

from app.bootstrap.paper import PaperWork
from app.domain.identities import Clerk
from app.domain.shift_summary import ClosingNotes, CurrentShift, ShiftRow, ShiftSummary
from app.messages import text
from app.queries import drawer
from app.queries.receipts import papers_of
from app.queries.shift_notes import closing_notes
from app.queries.shift_papers import x_content
from app.queries.standing import PrintedState
from app.services.cash import MoveCash, MovedCash, move_cash
from app.services.closing import (
    ClosedShift,
    CloseShift,
    CountDrawer,
    CountedDrawer,
    close_shift,
    count_drawer,
)
from app.services.documents import (
    ReprintDocuments,
    SettlePrint,
    reprint_documents,
    settle_print,
)
from app.services.handing_over import HandOver, hand_over
from app.services.permissions import Act, may
from app.services.shift_correcting import CorrectedShift, CorrectShift, correct_shift
from app.services.shifts import OpenedShift, OpenShift, open_shift
from app.store.drawer import ShiftUnknown


class Day(PaperWork):
    """Each write is one commit by the clerk who is signed in."""

    def current_shift(self) -> CurrentShift | None:
        """The shift that money goes to now; None when none is open."""
        with self._store.reading() as connection:
            return drawer.current_shift(connection, self._store.clock.now_ms())

    def shifts(self) -> tuple[ShiftRow, ...]:
        """The newest first."""
        with self._store.reading() as connection:
            return drawer.shifts(connection)

    def shift_summary(self, number: str = "") -> ShiftSummary | None:
        """X or Z; without money for a clerk who has not counted yet."""
        clerk = self._session.clerk
        with self._store.reading() as connection:
            found = drawer.shift_summary(connection, number)
        if found is None or found.is_counted or may(clerk, Act.SEE_DRAWER):
            return found
        return found.blind()

    def closing_notes(self) -> ClosingNotes:
        """What to look at before the shift closes."""
        with self._store.reading() as connection:
            return closing_notes(connection, self._store.clock.now_ms())

    def shift_papers(self, number: str) -> tuple[PrintedState, ...]:
        """What of the Z and its copies is on paper."""
        with self._store.reading() as connection:
            return papers_of(connection, number)

    def open_shift(self, command: OpenShift) -> OpenedShift:
        return open_shift(command, self._store.unit_of_work(), self._session.clerk)

    def move_cash(self, command: MoveCash) -> MovedCash:
        return move_cash(command, self._store.unit_of_work(), self._session.clerk)

    def count_drawer(self, command: CountDrawer) -> CountedDrawer:
        return count_drawer(command, self._store.unit_of_work(), self._session.clerk)

    def close_shift(self, command: CloseShift) -> ClosedShift:
        return close_shift(command, self._store.unit_of_work(), self._session.clerk)

    def hand_over(self, command: HandOver) -> tuple[ClosedShift, Clerk]:
        """From here on the taker is signed in: it is the clerk who comes back."""
        done = hand_over(command, self._store.unit_of_work(), self._session.clerk)
        return done, self._session.sign_in(command.taker.code, command.taker.pin)

    def correct_shift(self, command: CorrectShift) -> CorrectedShift:
        return correct_shift(command, self._store.unit_of_work(), self._session.clerk)

    def print_x(self, number: str) -> str:
        """The X of an open shift on paper, with what its reader may see; the printer's name.

        Nothing is on record of it. Raises ShiftUnknown and the printer's fault.
        """
        from app.bootstrap.printers import print_at_once  # noqa: PLC0415 - slow to load
        from printing.documents import render  # noqa: PLC0415 - the same
        from printing.printers.base import Order  # noqa: PLC0415 - the same
        from printing.queues import PrinterNotChosen  # noqa: PLC0415 - the same

        summary = self.shift_summary(number)
        choice = self._settings.devices.printer_of("slip")
        if summary is None or summary.closing is not None:
            raise ShiftUnknown(shift=number[:40])
        if choice is None:
            raise PrinterNotChosen(text("paper.kind.slip"))
        now_ms = self._store.clock.now_ms()
        with self._store.reading() as connection:
            page = render(x_content(connection, summary, now_ms))
        print_at_once(choice, self._store.home, Order(f"shift-x-{summary.number}-{now_ms}", page))
        return choice.name

    def open_drawer(self) -> bool:
        """Let the cash drawer spring open; whether a printer was chosen for that.

        Raises the printer's fault.
        """
        from app.bootstrap.printers import open_drawer  # noqa: PLC0415 - slow to load

        choice = self._settings.devices.drawer()
        if choice is None:
            return False
        open_drawer(choice, self._store.home)
        return True

    def reprint_shift(self, number: str) -> tuple[PrintedState, ...]:
        """Queue a marked copy of a Z."""
        command = ReprintDocuments(self._new_command_id(), number)
        reprint_documents(command, self._store.unit_of_work(), self._session.clerk)
        return self.shift_papers(number)

    def settle_shift_print(self, job: int, *, on_paper: bool) -> tuple[PrintedState, ...]:
        """The clerk's word on a Z that may have come out: it did, or a marked copy is made."""
        command = SettlePrint(self._new_command_id(), job, on_paper)
        number = settle_print(command, self._store.unit_of_work(), self._session.clerk)
        return self.shift_papers(number)
