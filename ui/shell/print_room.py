"""Paper in the background: never holds up a sale, and no printer another. Qt-free."""

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from app.domain.devices import PrintedRound
from ui.changes import ChangeFeed, Topic
from ui.running import Runners
from ui.shell.handle import Telling
from ui.style.tokens import Tone

ASK_MS: Final = 500
"""A print system is asked so often what became of a document."""

RETRY_MS: Final = 10_000
"""A printer that took nothing is tried again by itself: paper may have been put in meanwhile."""

Later = Callable[[int, Callable[[], None]], None]
"""Calls once, so many milliseconds from now."""


class Prints(Protocol):
    """The part of the desk that prints."""

    def print_queues(self) -> tuple[str, ...]: ...
    def print_on(self, queue: str) -> PrintedRound: ...


class PrintRoom:
    """One errand at a time for each queue; what is queued meanwhile goes with the next."""

    def __init__(
        self, desk: Prints, runners: Runners, feed: ChangeFeed, shell: Telling, later: Later
    ) -> None:
        self._desk = desk
        self._runners = runners
        self._feed = feed
        self._shell = shell
        self._later = later
        self._busy: set[str] = set()
        self._again: set[str] = set()
        self._awaited: set[str] = set()
        self._told: dict[str, tuple[str, ...]] = {}

    def print_waiting(self) -> None:
        """Send all that waits; what cannot go is told, also when it was told before."""
        self._told.clear()
        self._runners.devices.run(self._desk.print_queues, self._found, self._failed)

    def _found(self, queues: tuple[str, ...]) -> None:
        for queue in queues:
            self._visit(queue)
        if not queues:
            self._feed.announce(Topic.PRINTS)

    def _failed(self, error: Exception) -> None:
        self._shell.fail(error)
        self._feed.announce(Topic.PRINTS)

    def _visit(self, queue: str) -> None:
        if queue in self._busy:
            self._again.add(queue)
            return
        self._busy.add(queue)
        self._runners.of_queue(queue).run(
            lambda: self._desk.print_on(queue),
            partial(self._printed, queue),
            partial(self._broke, queue),
        )

    def _printed(self, queue: str, done: PrintedRound) -> None:
        before = self._told.get(queue)
        self._told[queue] = done.sentences
        if done.sentences and done.sentences != before:
            self._shell.tell(done.sentences[0], Tone.WARN)
        if done.moved or done.sentences != before:
            self._feed.announce(Topic.PRINTS)
        if self._left(queue):
            return
        if done.awaiting:
            self._call_again(queue, ASK_MS)
        elif done.sentences:
            self._call_again(queue, RETRY_MS)

    def _broke(self, queue: str, error: Exception) -> None:
        self._shell.fail(error)
        self._feed.announce(Topic.PRINTS)
        self._left(queue)

    def _left(self, queue: str) -> bool:
        """The errand is over; whether the next one has begun at once."""
        self._busy.discard(queue)
        if queue not in self._again:
            return False
        self._again.discard(queue)
        self._visit(queue)
        return True

    def _call_again(self, queue: str, after_ms: int) -> None:
        if queue in self._awaited:
            return
        self._awaited.add(queue)

        def call() -> None:
            self._awaited.discard(queue)
            self._visit(queue)

        self._later(after_ms, call)
