"""The supervisor's page of looks at customers, and where in the stack it is laid."""

from typing import Protocol

from ui.shell.handle import Shell
from ui.shell.pages import Pages
from ui.shell.screen import Screen


class LogMakers(Protocol):
    """Makes it."""

    def access(self, shell: Shell) -> Screen: ...


class LogOpening(Shell, Protocol):
    """The part of the steering that opens it."""

    pages: Pages
    _log_makers: LogMakers
    _access: Screen | None = None

    def open_access(self) -> None:
        if self.pages.current is not self._access:
            self._access = self._log_makers.access(self)
            self.pages.open_above(self._access)
