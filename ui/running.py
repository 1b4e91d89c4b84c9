"""How work leaves the screen's thread, without Qt: presenters are tested with ``ImmediateRunner``.

The real runners are in ``ui.threads``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Runner(Protocol):
    """Runs ``work`` elsewhere and brings the answer back to the screen's thread.

    Exactly one of ``on_done`` and ``on_error`` is called, unless the runner was shut down before.
    ``work`` returns values and touches no widget.
    """

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Runners:
    """One worker each: a search never waits for a commit, nor a commit for a printer.

    ``printing`` gives each print queue a worker of its own, so that none waits for another.
    """

    reading: Runner
    writing: Runner
    devices: Runner
    printing: Callable[[str], Runner] | None = None
    background: Runner | None = None

    @property
    def long(self) -> Runner:
        """For what may take minutes; without a worker of its own it is done with the reading."""
        return self.background or self.reading

    def of_queue(self, queue: str) -> Runner:
        """The worker of one print queue."""
        return self.devices if self.printing is None else self.printing(queue)


class ImmediateRunner:
    """Runs at once, in place."""

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - the runner delivers every failure
            on_error(error)
        else:
            on_done(value)


@dataclass(frozen=True, slots=True)
class _Request:
    work: Callable[[], Any]
    on_done: Callable[[Any], None]
    on_error: Callable[[Exception], None]


class Latest:
    """Answers only the newest question: for search as one types.

    While one question is under way, of those that follow only the last is asked at all; an answer
    that was overtaken is dropped. Without this a slow disk would paint results of letters long
    gone.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._asked: _Request | None = None
        self._waiting: _Request | None = None

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        request = _Request(work, on_done, on_error)
        if self._asked is not None:
            self._waiting = request
            return
        self._ask(request)

    def forget(self) -> None:
        """Drop whatever is still under way."""
        self._waiting = _Request(_nothing, _ignore, _ignore) if self._asked else None

    def _ask(self, request: _Request) -> None:
        self._asked = request

        def answered(value: object) -> None:
            if self._free():
                request.on_done(value)

        def failed(error: Exception) -> None:
            if self._free():
                request.on_error(error)

        self._runner.run(request.work, answered, failed)

    def _free(self) -> bool:
        """Ready for the next question; whether the answer in hand is still wanted."""
        self._asked, following, self._waiting = None, self._waiting, None
        if following is None:
            return True
        if following.work is not _nothing:
            self._ask(following)
        return False


def _nothing() -> None:
    """Stands for a question withdrawn."""


def _ignore(_value: object) -> None:
    """Nobody waits for it."""
