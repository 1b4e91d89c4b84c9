"""Decides what the list of conflicts shows, and settles one; Qt-free."""

from typing import Protocol

from app.errors import UserError
from app.messages import text, text_for
from app.queries.conflicts import ConflictLine, ConflictList
from app.services.conflicts import SettleConflict, SettledConflict
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Latest, Runners
from ui.shell.handle import Shell
from ui.style.tokens import Tone


class View(Protocol):
    """The list, and the one that is looked at."""

    def show_list(self, found: ConflictList, *, of_one: bool) -> None: ...
    def show_line(self, line: ConflictLine | None) -> None: ...
    def show_problem(self, field: str, sentence: str) -> None: ...
    def set_busy(self, *, busy: bool) -> None: ...


class ConflictsPresenter:
    """One conflict at a time; the command id is made when it comes to the front."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._latest = Latest(runners.reading)
        self._writing = runners.writing
        self._changes = changes
        self._shell = shell
        self._number = ""
        self._settled = False
        self._busy = False
        self._command_id = b""
        self._lines: tuple[ConflictLine, ...] = ()
        self.line: ConflictLine | None = None
        self.stop = changes.subscribe(Topic.CUSTOMERS, then=self.reload)

    def begin(self, number: str = "") -> None:
        """The open ones: of one customer, or of all."""
        self._number = number
        self.reload()

    def choose(self, *, settled: bool) -> None:
        """The open ones, or those that somebody settled."""
        self._settled = settled
        self.reload()

    def reload(self) -> None:
        """Ask again."""
        settled, number = self._settled, self._number
        self._latest.run(
            lambda: self._desk.conflicts(settled=settled, number=number),
            self._came,
            self._shell.fail,
        )

    def look_at(self, row: int) -> None:
        """Another row of the list."""
        if 0 <= row < len(self._lines):
            self._look(self._lines[row])

    def customer(self) -> None:
        """The page of the customer whom it is about."""
        if self.line is not None:
            self._shell.open_customer(self.line.number)

    def keep(self, reason: str) -> None:
        """The value that holds is right."""
        self._answer(reason, take=False)

    def take(self, reason: str) -> None:
        """The other one is."""
        self._answer(reason, take=True)

    def _answer(self, reason: str, *, take: bool) -> None:
        line = self.line
        if line is None or line.settled is not None or self._busy:
            return
        command = SettleConflict(self._command_id, line.conflict, take, reason)
        self._set_busy(busy=True)
        self._writing.run(lambda: self._desk.settle_conflict(command), self._answered, self._failed)

    def _answered(self, done: SettledConflict) -> None:
        self._set_busy(busy=False)
        self.line = None
        code = "ui.conflicts.taken" if done.changed else "ui.conflicts.kept"
        self._shell.tell(text(code), Tone.GOOD)
        self._changes.announce(Topic.CUSTOMERS, Topic.STANDING)

    def _failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if isinstance(error, UserError):
            self._view.show_problem(getattr(error, "field", ""), text_for(error))
        else:
            self._shell.fail(error)

    def _came(self, found: ConflictList) -> None:
        self._lines = found.lines
        self._view.show_list(found, of_one=bool(self._number))
        names = [line.conflict for line in found.lines]
        before = self.line.conflict if self.line is not None else ""
        if before in names:
            self._look(found.lines[names.index(before)])
        else:
            self._look(found.lines[0] if found.lines else None)

    def _look(self, line: ConflictLine | None) -> None:
        if line is not None and self.line is not None and line.conflict == self.line.conflict:
            self.line = line
            return
        self.line = line
        self._command_id = self._desk.new_command_id()
        self._view.show_line(line)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.set_busy(busy=busy)
