"""The real runners: one worker thread each, answers posted to the screen's thread."""

import logging
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from time import monotonic
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from ui.running import Runners

T = TypeVar("T")


class _Mailbox(QObject):
    posted = Signal(object)


class _Job(QRunnable):
    """Kept alive by the runner until its answer is delivered; then Python frees it."""

    def __init__(
        self,
        work: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None],
        mailbox: _Mailbox,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work = work
        self._on_done = on_done
        self._on_error = on_error
        self._mailbox = mailbox
        self._deliver: Callable[[], None] | None = None

    def run(self) -> None:
        """Work, in the worker's thread."""
        try:
            value = self._work()
        except Exception as error:  # noqa: BLE001 - delivered, never dropped
            failure = error
            self._deliver = lambda: self._on_error(failure)
        else:
            self._deliver = lambda: self._on_done(value)
        self._mailbox.posted.emit(self)

    def deliver(self) -> None:
        """Hand over, in the screen's thread."""
        if self._deliver is not None:
            self._deliver()


class QtRunner(QObject):
    """A single worker: jobs run one after the other, in the order they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._live: set[_Job] = set()
        self._mailbox = _Mailbox()
        self._mailbox.posted.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._open = True

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Queue ``work``; after ``shutdown`` nothing is taken any more."""
        if not self._open:
            return
        job = _Job(work, on_done, on_error, self._mailbox)
        self._live.add(job)
        self._pool.start(job)

    def shutdown(self) -> None:
        """Wait for what has begun or is queued; its answers are not delivered any more."""
        self._open = False
        self._pool.waitForDone()
        self._live.clear()

    @Slot(object)
    def _hand_over(self, job: _Job) -> None:
        if job in self._live:
            self._live.discard(job)
            job.deliver()


class DeviceRunner(QObject):
    """A worker that may hang for ever in a device: the program ends without it.

    What it was doing then stands in the print journal, and is cleared up at the next start.
    """

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._live: set[_Job] = set()
        self._mailbox = _Mailbox()
        self._mailbox.posted.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()
        self._open = True

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """Queue ``work``; after ``close`` nothing is taken any more."""
        if self._open:
            job = _Job(work, on_done, on_error, self._mailbox)
            self._live.add(job)
            self._jobs.put(job)

    def close(self) -> None:
        """End after what has begun; its answers are not delivered any more."""
        self._open = False
        self._live.clear()
        self._jobs.put(None)

    def wait(self, patience_s: float) -> bool:
        """Whether it has ended within ``patience_s``."""
        self._thread.join(patience_s)
        return not self._thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if self._open:
                with suppress(RuntimeError):  # the mailbox is gone: so is the window
                    job.run()

    @Slot(object)
    def _hand_over(self, job: _Job) -> None:
        if job in self._live:
            self._live.discard(job)
            job.deliver()


PATIENCE_S: Final = 3.0
"""How long the end of the program waits for printers that are at work."""


class Workers:
    """The runners of a window, shut down together."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        self._patience_s = patience_s
        self._all = (QtRunner(), QtRunner(), QtRunner(), QtRunner())
        self._printing: dict[str, DeviceRunner] = {}
        self.runners = Runners(*self._all[:3], self._of_queue, self._all[3])

    def shutdown(self) -> None:
        """Wait until every worker is done; a printer that hangs is left behind."""
        until = monotonic() + self._patience_s
        for printing in self._printing.values():
            printing.close()
        for runner in self._all:
            runner.shutdown()
        for queue, printing in self._printing.items():
            if not printing.wait(max(0.0, until - monotonic())):
                _left_behind.append(printing)
                _log.warning("the printer «%s» still hangs; the program ends without it", queue)

    def _of_queue(self, queue: str) -> DeviceRunner:
        if queue not in self._printing:
            self._printing[queue] = DeviceRunner()
        return self._printing[queue]


_left_behind: list[DeviceRunner] = []
"""Kept, so that what hangs in a device never finds its own mailbox freed."""

_log = logging.getLogger(__name__)
