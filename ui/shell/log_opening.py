"""The supervisor's pages: looks at customers, conflicts; and where in the stack they are laid."""

from typing import Protocol

from ui.shell.handle import Shell
from ui.shell.pages import Pages
from ui.shell.screen import Screen


class LogMakers(Protocol):
    """Makes them."""

    def access(self, shell: Shell) -> Screen: ...
    def conflicts(self, shell: Shell, number: str) -> Screen: ...


class LogOpening(Shell, Protocol):
    """The part of the steering that opens them."""

    pages: Pages
    _log_makers: LogMakers
    _access: Screen | None = None

    def open_access(self) -> None:
        if self.pages.current is not self._access:
            self._access = self._log_makers.access(self)
            self.pages.open_above(self._access)

    def open_conflicts(self, number: str = "") -> None:
        self.pages.open_above(self._log_makers.conflicts(self, number))
