"""What was asked for in the background and has not been answered yet; Qt-free."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import Enum, auto
from typing import TypeVar

from ui.running import Runner, Runners

T = TypeVar("T")


class Errand(Enum):
    """What the answer is for."""

    LOOK_UP = auto()
    """A scan, or what was typed into the universal box: it mostly opens another page."""

    FINISH = auto()
    """What F12 of the page in front has begun."""

    PAGE = auto()
    """Anything else that a page reads or writes."""


class Underway:
    """One for the window. Whoever listens hears of every errand once its answer has been acted
    upon, and whether it went well.
    """

    def __init__(self) -> None:
        self._errands: Counter[Errand] = Counter()
        self._finishing = False
        self._listeners: list[Callable[[bool], None]] = []

    def listen(self, then: Callable[[bool], None]) -> None:
        """For the life of the window."""
        self._listeners.append(then)

    def has(self, *errands: Errand) -> bool:
        """Whether one of these is under way."""
        return any(self._errands[each] for each in errands)

    def look_ups(self, runner: Runner) -> Runner:
        """The same worker, for look-ups alone."""
        return _Watched(runner, self, lambda: Errand.LOOK_UP)

    def pages(self, runners: Runners) -> Runners:
        """The same workers, for pages. Papers and what may take minutes are nobody's errand."""
        return Runners(
            reading=_Watched(runners.reading, self, self._of_page),
            writing=_Watched(runners.writing, self, self._of_page),
            devices=runners.devices,
            printing=runners.printing,
            background=runners.long,
        )

    @contextmanager
    def finishing(self) -> Iterator[None]:
        """What a page begins inside is what F12 has begun."""
        self._finishing = True
        try:
            yield
        finally:
            self._finishing = False

    def begin(self, errand: Errand) -> None:
        """It was given to a worker."""
        self._errands[errand] += 1

    def end(self, errand: Errand, *, well: bool) -> None:
        """Its answer has been acted upon."""
        self._errands[errand] -= 1
        for listener in self._listeners:
            listener(well)

    def _of_page(self) -> Errand:
        return Errand.FINISH if self._finishing else Errand.PAGE


class _Watched:
    def __init__(self, runner: Runner, underway: Underway, errand: Callable[[], Errand]) -> None:
        self._runner = runner
        self._underway = underway
        self._errand = errand

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        errand = self._errand()

        def done(value: T) -> None:
            try:
                on_done(value)
            finally:
                self._underway.end(errand, well=True)

        def failed(error: Exception) -> None:
            try:
                on_error(error)
            finally:
                self._underway.end(errand, well=False)

        self._underway.begin(errand)
        self._runner.run(work, done, failed)
