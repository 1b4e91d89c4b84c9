"""What the window asks of the drawer and its shifts."""

from typing import Protocol

from app.domain.identities import Clerk
from app.domain.shift_summary import ClosingNotes, CurrentShift, ShiftRow, ShiftSummary
from app.queries.standing import PrintedState
from app.services.cash import MoveCash, MovedCash
from app.services.closing import ClosedShift, CloseShift, CountDrawer, CountedDrawer
from app.services.handing_over import HandOver
from app.services.shift_correcting import CorrectedShift, CorrectShift
from app.services.shifts import OpenedShift, OpenShift


class DayDesk(Protocol):
    """Part of the desk: reading first, then doing, one commit each."""

    def current_shift(self) -> CurrentShift | None: ...
    def shifts(self) -> tuple[ShiftRow, ...]: ...
    def shift_summary(self, number: str = "") -> ShiftSummary | None:
        """X or Z; without money for a clerk who has not counted yet."""

    def closing_notes(self) -> ClosingNotes: ...
    def shift_papers(self, number: str) -> tuple[PrintedState, ...]: ...
    def open_shift(self, command: OpenShift) -> OpenedShift: ...
    def move_cash(self, command: MoveCash) -> MovedCash: ...
    def count_drawer(self, command: CountDrawer) -> CountedDrawer: ...
    def close_shift(self, command: CloseShift) -> ClosedShift: ...
    def hand_over(self, command: HandOver) -> tuple[ClosedShift, Clerk]:
        """From here on the taker, who comes back beside the answer, is signed in."""

    def correct_shift(self, command: CorrectShift) -> CorrectedShift: ...
    def print_x(self, number: str) -> str:
        """The X of an open shift on paper, past all queues; the printer's name."""

    def open_drawer(self) -> bool:
        """The cash drawer springs open; whether a printer was chosen for that."""

    def reprint_shift(self, number: str) -> tuple[PrintedState, ...]: ...
    def settle_shift_print(self, job: int, *, on_paper: bool) -> tuple[PrintedState, ...]:
        """The clerk's word on a Z that may have come out: it did, or a marked copy is made."""
