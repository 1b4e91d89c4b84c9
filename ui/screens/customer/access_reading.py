"""Who looked at whom, asked by a supervisor from any customer's page; Qt-free."""

from collections.abc import Callable

from app.domain.calendar import local_day
from app.queries.access import AccessLine, AccessQuery
from app.services.permissions import NotPermitted
from ui.desk import Desk
from ui.running import Runners
from ui.shell.handle import Shell


class AccessReading:
    """``lines`` are those asked for last; ``shown`` is called when they are there."""

    def __init__(
        self,
        desk: Desk,
        runners: Runners,
        shell: Shell,
        shown: Callable[[], None],
        refused: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._shown = shown
        self._refused = refused
        self.lines: tuple[AccessLine, ...] = ()

    def of_customer(self, number: str) -> None:
        """Everybody who looked at one customer."""
        self._read(AccessQuery(number))

    def of_clerk_that_day(self, line: AccessLine) -> None:
        """All that the same clerk looked at on the day of ``line``."""
        self._read(AccessQuery(clerk=line.clerk, day=local_day(line.at)))

    def take(self, answer: object) -> None:
        """The answer to a form that asked."""
        if isinstance(answer, tuple):
            self.lines = answer
            self._shown()

    def _read(self, query: AccessQuery) -> None:
        self._runners.reading.run(lambda: self._desk.access_log(query), self.take, self._failed)

    def _failed(self, error: Exception) -> None:
        """Only supervisors read it: the others go back to where they were."""
        if isinstance(error, NotPermitted):
            self._refused()
        self._shell.fail(error)
