"""Decides what the supervisor's page of looks at customers shows; Qt-free."""

from datetime import date, timedelta
from typing import Protocol

from app.domain.identities import Clerk
from app.errors import UserError
from app.messages import text, text_for
from app.queries.access import AccessDay
from ui.desk import Desk
from ui.running import Latest, Runners
from ui.shell.handle import Shell
from ui.typed import read_day


class View(Protocol):
    """The list, and what narrows it."""

    def show_clerks(self, clerks: tuple[Clerk, ...]) -> None: ...
    def show_day(self, found: AccessDay) -> None: ...
    def show_problem(self, sentence: str) -> None: ...
    def show_refused(self, sentence: str) -> None: ...


class AccessPresenter:
    """One day at a time; ``clerk`` "" is everybody."""

    def __init__(self, view: View, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = view
        self._desk = desk
        self._reading = runners.reading
        self._latest = Latest(runners.reading)
        self._shell = shell
        self._clerk = ""
        self._day: date | None = None
        self._shown: date | None = None

    def begin(self) -> None:
        """Today, everybody."""
        self._reading.run(self._desk.clerks, self._view.show_clerks, self._shell.fail)
        self._ask()

    def choose(self, clerk: str) -> None:
        """Only what one clerk looked at."""
        self._clerk = clerk
        self._ask()

    def turn(self, days: int) -> None:
        """So many days on."""
        if self._shown is not None:
            self._day = self._shown + timedelta(days=days)
            self._ask()

    def go_to(self, typed: str) -> None:
        """The day that was typed."""
        try:
            self._day = read_day(typed)
        except UserError:
            self._view.show_problem(text("ui.access.no_day"))
            return
        self._ask()

    def today(self) -> None:
        """Back to today."""
        self._day = None
        self._ask()

    def open(self, number: object) -> None:
        """The customer of a line."""
        self._shell.open_customer(str(number))

    def _ask(self) -> None:
        clerk, day = self._clerk, self._day
        self._latest.run(lambda: self._desk.access_day(clerk, day), self._show, self._failed)

    def _show(self, found: AccessDay) -> None:
        self._shown = found.day
        self._view.show_problem("")
        self._view.show_day(found)

    def _failed(self, error: Exception) -> None:
        """Only supervisors read it: the others are told, and see nothing."""
        if isinstance(error, UserError):
            self._view.show_refused(text_for(error))
        else:
            self._shell.fail(error)
