from tests.fakes.held_runner import HeldRunner
from ui.running import Runners
from ui.underway import Errand, Underway


class _Window:
    """Its workers answer when the test says so."""

    def __init__(self) -> None:
        self.reading, self.writing, self.devices = HeldRunner(), HeldRunner(), HeldRunner()
        self.underway = Underway()
        self.heard: list[bool] = []
        self.underway.listen(self.heard.append)
        self.runners = Runners(self.reading, self.writing, self.devices)
        self.pages = self.underway.pages(self.runners)

    def has(self) -> set[Errand]:
        return {each for each in Errand if self.underway.has(each)}


def _ignore(_answer: object) -> None:
    """Nobody looks at it."""


def test_an_errand_is_over_once_its_answer_has_been_acted_upon() -> None:
    window = _Window()
    during: list[set[Errand]] = []

    window.pages.reading.run(lambda: 1, lambda _one: during.append(window.has()), _ignore)
    before = window.has()
    window.reading.answer()

    assert before == {Errand.PAGE}
    assert during == [{Errand.PAGE}]
    assert window.has() == set()
    assert window.heard == [True]


def test_an_errand_that_failed_says_so() -> None:
    window = _Window()
    failed: list[Exception] = []

    window.pages.writing.run(lambda: 1 // 0, _ignore, failed.append)
    window.writing.answer()

    assert len(failed) == 1
    assert window.heard == [False]


def test_a_bug_in_acting_upon_the_answer_ends_the_errand_all_the_same() -> None:
    window = _Window()
    window.pages.reading.run(lambda: 0, lambda nought: _ignore(1 // nought), _ignore)

    try:
        window.reading.answer()
    except ZeroDivisionError:
        told = True

    assert told
    assert window.has() == set()


def test_a_look_up_is_told_from_what_pages_do() -> None:
    window = _Window()

    window.underway.look_ups(window.reading).run(lambda: 1, _ignore, _ignore)

    assert window.has() == {Errand.LOOK_UP}


def test_what_f12_begins_is_told_from_what_follows_of_it() -> None:
    window = _Window()

    def follow(_one: int) -> None:
        window.pages.reading.run(lambda: 2, _ignore, _ignore)

    with window.underway.finishing():
        window.pages.writing.run(lambda: 1, follow, _ignore)
    begun = window.has()
    window.writing.answer()

    assert begun == {Errand.FINISH}
    assert window.has() == {Errand.PAGE}


def test_papers_are_nobodys_errand() -> None:
    window = _Window()

    window.pages.devices.run(lambda: 1, _ignore, _ignore)
    window.pages.of_queue("receipts").run(lambda: 1, _ignore, _ignore)

    assert window.has() == set()
