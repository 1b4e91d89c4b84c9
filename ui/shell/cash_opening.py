"""The pages of cash and shift: which they are, and where in the stack they are laid."""

from collections.abc import Callable
from typing import Protocol

from app.domain.identities import Clerk
from ui.shell.handle import Shell
from ui.shell.pages import Pages
from ui.shell.screen import Screen


class CashMakers(Protocol):
    """Makes them; each is given the shell that it may ask."""

    def shift(self, shell: Shell) -> Screen: ...
    def count(self, shell: Shell, *, opening: bool) -> Screen: ...


class CashOpening(Shell, Protocol):
    """The part of the steering that opens them."""

    pages: Pages
    _cash_makers: CashMakers
    _seat: Callable[[Clerk], None]
    _shift: Screen | None = None

    def open_shift(self) -> None:
        if self.pages.current is not self._shift:
            self._shift = self._cash_makers.shift(self)
            self.pages.open_above(self._shift)

    def open_count(self, *, opening: bool) -> None:
        self.pages.open_above(self._cash_makers.count(self, opening=opening))

    def seat(self, clerk: Clerk) -> None:
        self._seat(clerk)
