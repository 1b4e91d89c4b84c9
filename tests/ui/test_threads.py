import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.threads import QtRunner, Workers


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[QtRunner]:
    made = QtRunner()
    yield made
    made.shutdown()


def _refuse() -> None:
    raise LookupError("nothing there")


def test_work_is_done_elsewhere_and_its_value_brought_home(runner: QtRunner, qtbot: QtBot) -> None:
    here = threading.get_ident()
    places: list[int] = []

    def told(worked_in: int) -> None:
        places.extend((worked_in, threading.get_ident()))

    runner.run(threading.get_ident, told, _raise)
    qtbot.waitUntil(lambda: bool(places))

    assert places[0] != here
    assert places[1] == here


def test_a_failure_is_delivered(runner: QtRunner, qtbot: QtBot) -> None:
    failures: list[Exception] = []

    runner.run(_refuse, _never, failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert isinstance(failures[0], LookupError)


def test_jobs_run_one_after_the_other_in_order(runner: QtRunner, qtbot: QtBot) -> None:
    begun: list[int] = []
    done: list[None] = []
    for number in range(20):
        runner.run(partial(begun.append, number), done.append, _raise)

    qtbot.waitUntil(lambda: len(done) == 20)

    assert begun == list(range(20))


def test_shutting_down_waits_and_delivers_nothing_more(qapp: QApplication) -> None:
    runner = QtRunner()
    may_go = threading.Event()
    finished: list[str] = []
    told: list[object] = []

    def work() -> None:
        may_go.wait(5)
        finished.append("work")

    runner.run(work, told.append, _raise)

    may_go.set()
    runner.shutdown()
    qapp.processEvents()

    assert finished == ["work"]
    assert not told


def test_after_shutting_down_nothing_is_taken(qapp: QApplication) -> None:
    runner = QtRunner()
    runner.shutdown()

    runner.run(_refuse, _never, _raise)
    qapp.processEvents()


def test_a_search_does_not_wait_for_a_printer(qapp: QApplication, qtbot: QtBot) -> None:
    workers = Workers()
    paper_is_back = threading.Event()
    found: list[str] = []

    workers.runners.devices.run(lambda: paper_is_back.wait(5), _ignore, _raise)
    workers.runners.reading.run(lambda: "Nguyễn", found.append, _raise)
    qtbot.waitUntil(lambda: bool(found))

    paper_is_back.set()
    workers.shutdown()


def _never(_value: object) -> None:
    raise AssertionError("this must not be delivered")


def _ignore(_value: object) -> None:
    """Nobody listens."""


def _raise(error: Exception) -> None:
    raise error
