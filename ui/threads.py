"""The real runners: one worker thread each, answers posted to the screen's thread."""

from collections.abc import Callable
from typing import Any, TypeVar

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


class Workers:
    """The three runners of a window, shut down together."""

    def __init__(self) -> None:
        self._all = (QtRunner(), QtRunner(), QtRunner())
        self.runners = Runners(*self._all)

    def shutdown(self) -> None:
        """Wait until every worker is done."""
        for runner in self._all:
            runner.shutdown()
