from functools import partial

import pytest

from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Latest


def _refuse() -> str:
    raise LookupError("nothing there")


def test_the_immediate_runner_delivers_the_value() -> None:
    told: list[object] = []

    ImmediateRunner().run(lambda: 7, told.append, told.append)

    assert told == [7]


def test_the_immediate_runner_delivers_the_failure() -> None:
    done: list[object] = []
    failed: list[Exception] = []

    ImmediateRunner().run(_refuse, done.append, failed.append)

    assert not done
    assert isinstance(failed[0], LookupError)


def test_a_failure_in_the_answers_slot_is_not_taken_for_the_works() -> None:
    failed: list[Exception] = []

    def stumble(_value: int) -> None:
        raise LookupError("in the slot")

    with pytest.raises(LookupError):
        ImmediateRunner().run(lambda: 1, stumble, failed.append)

    assert not failed


def test_only_the_last_of_several_questions_is_answered() -> None:
    runner = HeldRunner()
    latest = Latest(runner)
    answers: list[str] = []
    for letters in ("n", "ng", "ngu"):
        latest.run(partial(str, letters), answers.append, _fail)

    runner.answer()
    runner.answer()

    assert answers == ["ngu"]
    assert not runner.jobs


def test_questions_in_between_are_never_asked() -> None:
    runner = HeldRunner()
    latest = Latest(runner)
    asked: list[str] = []
    for letters in ("n", "ng", "ngu"):
        latest.run(partial(asked.append, letters), _ignore, _fail)

    runner.answer()
    runner.answer()

    assert asked == ["n", "ngu"]


def test_a_failure_that_was_overtaken_is_not_told() -> None:
    runner = HeldRunner()
    latest = Latest(runner)
    told: list[object] = []
    latest.run(_refuse, told.append, told.append)
    latest.run(lambda: "ngu", told.append, told.append)

    runner.answer()
    runner.answer()

    assert told == ["ngu"]


def test_a_failure_of_the_newest_question_is_told() -> None:
    told: list[Exception] = []

    Latest(ImmediateRunner()).run(_refuse, _ignore, told.append)

    assert isinstance(told[0], LookupError)


def test_a_forgotten_question_stays_unanswered_and_the_next_one_is_asked() -> None:
    runner = HeldRunner()
    latest = Latest(runner)
    answers: list[str] = []
    latest.run(lambda: "old", answers.append, _fail)

    latest.forget()
    runner.answer()
    latest.run(lambda: "new", answers.append, _fail)
    runner.answer()

    assert answers == ["new"]


def _ignore(_value: object) -> None:
    """Nobody listens."""


def _fail(error: Exception) -> None:
    raise error
