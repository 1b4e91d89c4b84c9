"""Decides what the list of the day shows; Qt-free."""

from datetime import date, timedelta
from typing import Protocol

from app.queries.day_list import DayList
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Latest, Runners
from ui.shell.handle import Shell


class View(Protocol):
    """The list."""

    def show_day(self, found: DayList) -> None: ...


class TransactionsPresenter:
    """Asks again whenever something was booked or printed. ``day`` None is today."""

    def __init__(
        self, view: View, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell
    ) -> None:
        self._view = view
        self._desk = desk
        self._reading = Latest(runners.reading)
        self._shell = shell
        self._wanted = ""
        self._day: date | None = None
        self._shown: date | None = None
        self.stop = changes.subscribe(Topic.SHIPMENTS, Topic.PRINTS, then=self.reload)

    def reload(self) -> None:
        """The list as it is now."""
        day, wanted = self._day, self._wanted
        self._reading.run(lambda: self._desk.day_list(day, wanted), self._show, self._shell.fail)

    def seek(self, wanted: str) -> None:
        """Only lines with these words, this code or this sum."""
        self._wanted = wanted
        self.reload()

    def turn(self, days: int) -> None:
        """So many days on; never beyond today."""
        if self._shown is None:
            return
        day = self._shown + timedelta(days=days)
        self._day = day if days < 0 or self._day is not None else None
        self.reload()

    def today(self) -> None:
        """Back to today."""
        self._day = None
        self.reload()

    def open(self, receipt: object) -> None:
        """A line of the list."""
        self._shell.open_transaction(str(receipt))

    def _show(self, found: DayList) -> None:
        self._shown = found.day
        self._view.show_day(found)
