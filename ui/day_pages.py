"""Makes the pages of cash and shift, and those that a supervisor has."""

from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.access.screen import AccessScreen
from ui.screens.conflicts.screen import ConflictsScreen
from ui.screens.count.screen import CountScreen
from ui.screens.shift.screen import ShiftScreen
from ui.shell.handle import Shell
from ui.shell.screen import Screen


class DayPages:
    """The part of the makers of the steering that belongs to the day."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed) -> None:
        self._desk = desk
        self._runners = runners
        self._changes = changes

    def shift(self, shell: Shell) -> Screen:
        return ShiftScreen(self._desk, self._runners, self._changes, shell).begin()

    def access(self, shell: Shell) -> Screen:
        return AccessScreen(self._desk, self._runners, shell).begin()

    def conflicts(self, shell: Shell, number: str) -> Screen:
        screen = ConflictsScreen(self._desk, self._runners, self._changes, shell)
        return screen.begin(number)

    def count(self, shell: Shell, *, opening: bool) -> Screen:
        screen = CountScreen(self._desk, self._runners, self._changes, shell)
        return screen.begin(opening=opening)
