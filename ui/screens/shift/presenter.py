"""Decides what the page of cash and shift does: cash in and out, hand over, correct; X and Z.

Qt-free.
"""

from typing import Protocol

from app.domain.shift_summary import CurrentShift, ShiftRow, ShiftSummary
from app.messages import text
from app.queries.standing import PrintedState
from ui.changes import ChangeFeed, Topic
from ui.running import Latest, Runners
from ui.screens.shift.deeds import Deeds, Does, Form
from ui.screens.shift.entered import Deed, ShiftEntered
from ui.shell.handle import Shell


class View(Form, Protocol):
    """What the page can show. ``entered`` is what stands in its form now."""

    def entered(self) -> ShiftEntered: ...
    def show_current(self, current: CurrentShift | None) -> None: ...
    def show_shifts(self, rows: tuple[ShiftRow, ...]) -> None: ...
    def show_summary(self, summary: ShiftSummary | None) -> None: ...
    def show_doubt(self, title: str) -> None: ...


class Keeps(Does, Protocol):
    """The part of the desk that keeps the drawer."""

    def current_shift(self) -> CurrentShift | None: ...
    def shifts(self) -> tuple[ShiftRow, ...]: ...
    def shift_summary(self, number: str = "") -> ShiftSummary | None: ...
    def shift_papers(self, number: str) -> tuple[PrintedState, ...]: ...


class ShiftPresenter:
    """``current`` is the open shift, ``chosen`` the number of the shift that is shown."""

    def __init__(
        self, view: View, desk: Keeps, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._runners = runners
        self._changes = changes
        self._shell = shell
        self._looking = Latest(runners.reading)
        self._deeds = Deeds(view, desk, runners, changes, shell)
        self.current: CurrentShift | None = None
        self.rows: tuple[ShiftRow, ...] = ()
        self.chosen = ""
        self.in_doubt: PrintedState | None = None
        self.stop = changes.subscribe(Topic.SHIFT, Topic.SHIPMENTS, Topic.PRINTS, then=self.reload)

    def begin(self) -> None:
        """Ask how the drawer stands."""
        self.reload()

    def reload(self) -> None:
        """Something was booked."""
        self._runners.reading.run(
            lambda: (self._desk.current_shift(), self._desk.shifts()), self._came, self._shell.fail
        )

    def look(self, number: str) -> None:
        """Show X or Z of one shift."""
        self.chosen = number
        self._looking.run(
            lambda: (self._desk.shift_summary(number), self._desk.shift_papers(number)),
            self._looked,
            self._shell.fail,
        )

    def edited(self) -> None:
        """Another form, another doubt."""
        self._deeds.doubted = None

    def submit(self) -> None:
        """Enter behind the last field; without an open shift only a closed one is corrected."""
        entered = self._view.entered()
        if self.current is not None or entered.deed is Deed.CORRECT:
            self._deeds.do(entered, self.closed_chosen)

    @property
    def open_word(self) -> str:
        """What F12 does: open a shift, or close the open one."""
        return text("ui.shift.key_open" if self.current is None else "ui.shift.key_close")

    def go_on(self) -> None:
        """F12: to the page where the drawer is counted."""
        self._shell.open_count(opening=self.current is None)

    @property
    def closed_chosen(self) -> str:
        """The closed shift that is shown; else the one closed last; "" when there is none."""
        closed = [row.number for row in self.rows if row.closed_at is not None]
        return self.chosen if self.chosen in closed else (closed[0] if closed else "")

    @property
    def print_word(self) -> str:
        """What F8 prints: X of the open shift, or Z of the closed one; "" where neither is."""
        if self._open_chosen:
            return text("ui.shift.print_x")
        return text("ui.count.print") if self.closed_chosen else ""

    def print_shown(self) -> None:
        """The X that is shown; or a marked copy of the Z, with the slips of its corrections."""
        if self._open_chosen:
            self._deeds.at_once.print_x(self.chosen)
        elif number := self.closed_chosen:
            self._deeds.copy(number)

    @property
    def _open_chosen(self) -> bool:
        return self.current is not None and self.chosen == self.current.number

    def settle(self, *, on_paper: bool) -> None:
        """The clerk's word on the slip in doubt."""
        if self.in_doubt is not None:
            self._deeds.settle(self.in_doubt.job, on_paper=on_paper)

    def _looked(self, found: tuple[ShiftSummary | None, tuple[PrintedState, ...]]) -> None:
        summary, papers = found
        self.in_doubt = next((paper for paper in papers if paper.state == "doubtful"), None)
        self._view.show_summary(summary)
        self._view.show_doubt(self.in_doubt.title if self.in_doubt else "")
        self._shell.refresh_keys()

    def _came(self, found: tuple[CurrentShift | None, tuple[ShiftRow, ...]]) -> None:
        self.current, self.rows = found
        numbers = [row.number for row in self.rows]
        if self.chosen not in numbers:
            self.chosen = numbers[0] if numbers else ""
        self._view.show_current(self.current)
        self._view.show_shifts(self.rows)
        self._shell.refresh_keys()
        if self.chosen:
            self.look(self.chosen)
        else:
            self._view.show_summary(None)
