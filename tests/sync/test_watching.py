"""Passes follow one another, come when asked for, and end when told."""

from collections.abc import Callable
from threading import Event, Thread

import pytest

from app.store.faults import StoreBusy
from sync.passed import Passed
from sync.watching import EVERY_S, LONGEST_S, Watch, pause_s
from tests.fakes.clock import HandClock

WELL = Passed(pushed=0, pulled=0, pending=0, acked=1, problem="", next_try_ms=0)
CUT_OFF = Passed(
    pushed=0, pulled=0, pending=1, acked=1, problem="sync.unreached", next_try_ms=90_000
)


class Engine:
    """Answers what it was given, one after the other; the last for ever."""

    def __init__(self, *answers: Passed | Exception) -> None:
        self._answers = list(answers)

    def sync_pass(self) -> Passed:
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def watched(watch: Watch, engine: Engine, told: Callable[[Passed], None]) -> Thread:
    thread = Thread(target=watch.run, args=(engine, told))
    thread.start()
    return thread


def test_a_pass_comes_at_once_and_again_when_asked_for() -> None:
    watch = Watch(HandClock())
    came: list[Passed] = []
    arrived = Event()

    def told(passed: Passed) -> None:
        came.append(passed)
        arrived.set()

    thread = watched(watch, Engine(WELL), told)
    assert arrived.wait(120)
    arrived.clear()
    watch.now()
    assert arrived.wait(120)
    watch.end()
    thread.join(120)

    assert not thread.is_alive()
    assert len(came) >= 2


def test_it_ends_though_the_next_pass_is_far_off() -> None:
    watch = Watch(HandClock(0))
    arrived = Event()
    thread = watched(watch, Engine(CUT_OFF), lambda _passed: arrived.set())
    assert arrived.wait(120)

    watch.end()
    thread.join(120)

    assert not thread.is_alive()


def test_a_pass_that_cannot_begin_is_logged_and_does_not_end_the_watch(
    expect_log: Callable[[str], None],
) -> None:
    expect_log("a pass could not begin: store.busy")
    watch = Watch(HandClock())
    arrived = Event()
    thread = watched(watch, Engine(StoreBusy(), WELL), lambda _passed: arrived.set())
    while not arrived.wait(0.01):
        watch.now()
    watch.end()
    thread.join(120)

    assert not thread.is_alive()


@pytest.mark.parametrize(
    ("passed", "now_ms", "least", "most"),
    [
        (WELL, 0, EVERY_S * 2 / 3, EVERY_S * 4 / 3),
        (CUT_OFF, 60_000, 30, 30),
        (CUT_OFF, 95_000, 1, 1),
        (CUT_OFF, -10_000_000, LONGEST_S, LONGEST_S),
    ],
)
def test_no_pause_is_for_ever(passed: Passed, now_ms: int, least: float, most: float) -> None:
    assert least <= pause_s(passed, now_ms) <= most
