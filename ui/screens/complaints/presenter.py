"""Decides what the list of complaints shows; Qt-free."""

from dataclasses import dataclass
from typing import Protocol

from app.queries.complaints import CaseFilter, CaseList
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Latest, Runners
from ui.shell.handle import Shell

PRESSING, OPEN, ALL = "pressing", "open", "all"
EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The two rows of choices above the list. ``owner`` is a full name, "" everybody."""

    shown: str = OPEN
    state: str = ""
    owner: str = EVERYBODY

    def as_filter(self) -> CaseFilter:
        """The same as the counter asks for it."""
        urgency = PRESSING if self.shown == PRESSING else ""
        return CaseFilter(self.shown != ALL, self.state, self.owner, urgency)


class View(Protocol):
    """The list and its choices."""

    def show_cases(self, found: CaseList) -> None: ...


class ComplaintsPresenter:
    """Asks again whenever a case has changed."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = Latest(runners.reading)
        self._shell = shell
        self._wanted = Wanted()
        self.stop = changes.subscribe(Topic.COMPLAINTS, then=self.reload)

    def reload(self) -> None:
        """The list as the choices want it."""
        wanted = self._wanted.as_filter()
        self._reading.run(
            lambda: self._desk.complaints(wanted), self._view.show_cases, self._shell.fail
        )

    def choose(self, wanted: Wanted) -> None:
        """Another choice above the list."""
        self._wanted = wanted
        self.reload()

    def open(self, number: object) -> None:
        """A case of the list."""
        self._shell.open_case(str(number))

    def begin(self) -> None:
        """A new complaint."""
        self._shell.open_complaint("")
