"""What happens after a bug: it is logged, and the crash page says what is safe."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from app.clock import local
from app.queries.standing import LastTransaction
from ui.running import Runner
from ui.shell.crash_page import CrashPage
from ui.shell.window import MainWindow

_log = logging.getLogger(__name__)


class Recalls(Protocol):
    """The part of the desk that the crash page reads."""

    def last_transaction(self) -> LastTransaction | None: ...


class Bugs:
    """``go_on`` leads back to where one was, ``begin_anew`` to the start page."""

    def __init__(
        self, window: MainWindow, desk: Recalls, reading: Runner, now: Callable[[], datetime]
    ) -> None:
        self._window = window
        self._desk = desk
        self._reading = reading
        self._now = now
        self.go_on: Callable[[], None] = window.show_work
        self.begin_anew: Callable[[], None] = window.show_work
        self.hotline = ""
        self._page: CrashPage | None = None

    def report(self, error: BaseException) -> None:
        """Log ``error`` and show the page; a second bug meanwhile is only logged."""
        at = local(self._now())
        _log.critical("bug at %s", at.isoformat(timespec="seconds"), exc_info=error)
        if self._page is not None and self._window.shows_full(self._page):
            return
        self._page = CrashPage()
        self._page.tell(at.strftime("%H:%M:%S · %d/%m/%Y"), self.hotline)
        self._page.show_last(None)
        self._page.went_on.connect(lambda: self._leave(self.go_on))
        self._page.began_anew.connect(lambda: self._leave(self.begin_anew))
        self._window.show_full(self._page)
        self._page.setFocus()
        self._reading.run(self._desk.last_transaction, self._came, self._silent)

    def _came(self, last: LastTransaction | None) -> None:
        if self._page is not None:
            self._page.show_last(last)

    def _silent(self, error: Exception) -> None:
        _log.critical("the crash page could not read the books", exc_info=error)

    def _leave(self, way: Callable[[], None]) -> None:
        self._page = None
        way()
