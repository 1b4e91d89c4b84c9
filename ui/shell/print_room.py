"""Paper in the background: never holds up a sale. Qt-free."""

from typing import Protocol

from ui.changes import ChangeFeed, Topic
from ui.running import Runner
from ui.shell.handle import Telling
from ui.style.tokens import Tone


class Prints(Protocol):
    """The part of the desk that prints."""

    def print_waiting(self) -> tuple[str, ...]: ...


class PrintRoom:
    """One errand at a time; what is queued meanwhile goes with the next."""

    def __init__(self, desk: Prints, devices: Runner, feed: ChangeFeed, shell: Telling) -> None:
        self._desk = desk
        self._devices = devices
        self._feed = feed
        self._shell = shell
        self._busy = False
        self._again = False

    def print_waiting(self) -> None:
        """Send all that waits."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        self._devices.run(self._desk.print_waiting, self._printed, self._failed)

    def _printed(self, sentences: tuple[str, ...]) -> None:
        for sentence in sentences[:1]:
            self._shell.tell(sentence, Tone.WARN)
        self._done()

    def _failed(self, error: Exception) -> None:
        self._shell.fail(error)
        self._done()

    def _done(self) -> None:
        self._busy = False
        self._feed.announce(Topic.PRINTS)
        if self._again:
            self._again = False
            self.print_waiting()
