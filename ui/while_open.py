"""Answers that come after their page has gone are dropped; Qt-free."""

from collections.abc import Callable
from typing import TypeVar

from ui.running import Runner, Runners

T = TypeVar("T")


class PageRunners:
    """The window's runners for one page: after ``close`` nothing reaches its widgets any more.

    Work that was given is still done. ``devices`` is not guarded: printing belongs to no page.
    """

    def __init__(self, runners: Runners) -> None:
        self._is_open = True
        self.runners = Runners(
            reading=_Guarded(runners.reading, self._open),
            writing=_Guarded(runners.writing, self._open),
            devices=runners.devices,
            background=_Guarded(runners.long, self._open),
            printing=runners.printing,
        )

    def close(self) -> None:
        """The page is gone for good."""
        self._is_open = False

    def _open(self) -> bool:
        return self._is_open


class _Guarded:
    def __init__(self, runner: Runner, is_open: Callable[[], bool]) -> None:
        self._runner = runner
        self._is_open = is_open

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        def done(value: T) -> None:
            if self._is_open():
                on_done(value)

        def failed(error: Exception) -> None:
            if self._is_open():
                on_error(error)

        self._runner.run(work, done, failed)
