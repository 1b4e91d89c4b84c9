"""The tone of a scan tells what became of it, however long that took to find out."""

from collections.abc import Callable

from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runners
from ui.shell.answering import Answering
from ui.underway import Underway


class _Page:
    """Looks a scan up; ``strip`` is whether a refusal stands there."""

    def __init__(self) -> None:
        self.tones: list[bool] = []
        self.strip = False
        self.held = HeldRunner()
        underway = Underway()
        now = ImmediateRunner()
        self._runners = underway.pages(Runners(self.held, now, now))
        self.answering = Answering(self, underway, lambda: self.strip)

    def heard(self, *, accepted: bool) -> None:
        self.tones.append(accepted)

    def scan(self, work: Callable[[], None], *, taken: bool = True) -> bool:
        def take() -> bool:
            self._runners.reading.run(work, _nothing, _nothing)
            return taken

        return self.answering.of_page(take)

    def refuse(self) -> None:
        self.strip = True


def _nothing(_value: object) -> None: ...


def _fails() -> None:
    raise LookupError


def test_the_tone_comes_with_the_answer() -> None:
    page = _Page()
    assert page.scan(lambda: None)
    assert page.tones == []

    page.held.answer()

    assert page.tones == [True]


def test_what_is_refused_late_is_not_called_accepted() -> None:
    told, failed = _Page(), _Page()
    told.scan(told.refuse)
    failed.scan(_fails)

    told.held.answer()
    failed.held.answer()

    assert told.tones == failed.tones == [False]


def test_a_page_that_needs_no_look_up_is_answered_at_once_and_only_once() -> None:
    page = _Page()

    assert page.answering.of_page(lambda: True)

    assert page.tones == [True]


def test_what_the_page_has_no_use_for_is_answered_by_others() -> None:
    page = _Page()

    assert not page.scan(lambda: None, taken=False)
    page.held.answer()

    assert page.tones == []
