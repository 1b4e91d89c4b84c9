"""A runner whose work is done when the test says so: for what happens in between."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class WaitingRunner:
    """Holds the work until ``go``."""

    def __init__(self) -> None:
        self._held: list[Callable[[], None]] = []

    @property
    def held(self) -> int:
        return len(self._held)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        def do() -> None:
            try:
                value = work()
            except Exception as error:  # noqa: BLE001 - the runner delivers every failure
                on_error(error)
            else:
                on_done(value)

        self._held.append(do)

    def go(self) -> None:
        """Do all that is held, and what that brings along."""
        while self._held:
            self._held.pop(0)()
