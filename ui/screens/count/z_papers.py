"""The slip of a shift that was just closed: what of it is on paper, and printing it again.

Qt-free.
"""

from collections.abc import Callable
from typing import Protocol

from app.queries.standing import PrintedState
from app.services.closing import ClosedShift
from ui.running import Runners
from ui.shell.handle import Shell


class Prints(Protocol):
    """The part of the desk that keeps the slips."""

    def shift_papers(self, number: str) -> tuple[PrintedState, ...]: ...
    def reprint_shift(self, number: str) -> tuple[PrintedState, ...]: ...


class ZPapers:
    """``closed`` is None until there is a Z; ``show`` is told whenever its papers changed."""

    def __init__(
        self,
        desk: Prints,
        runners: Runners,
        shell: Shell,
        show: Callable[[ClosedShift, tuple[PrintedState, ...]], None],
    ) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._show = show
        self._busy = False
        self.closed: ClosedShift | None = None
        self.papers: tuple[PrintedState, ...] = ()

    def begin(self, closed: ClosedShift) -> None:
        """There is a Z now."""
        self.closed = closed
        self.look()
        self._shell.print_waiting()

    def look(self) -> None:
        """Something was printed, or could not be."""
        if self.closed is not None:
            number = self.closed.shift
            self._runners.reading.run(
                lambda: self._desk.shift_papers(number), self._came, self._shell.fail
            )

    def print(self) -> None:
        """Print the Z that waits, or queue a marked copy."""
        if self.closed is None or self._busy:
            return
        if any(paper.state != "printed" for paper in self.papers):
            self._shell.print_waiting()
            return
        number = self.closed.shift
        self._busy = True
        self._runners.writing.run(
            lambda: self._desk.reprint_shift(number), self._copied, self._failed
        )

    def _came(self, papers: tuple[PrintedState, ...]) -> None:
        self.papers = papers
        if self.closed is not None:
            self._show(self.closed, papers)
            self._shell.refresh_keys()

    def _copied(self, papers: tuple[PrintedState, ...]) -> None:
        self._busy = False
        self._came(papers)
        self._shell.print_waiting()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._shell.fail(error)
