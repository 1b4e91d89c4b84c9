import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.threads import DeviceRunner, QtRunner, Workers


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
        may_go.wait(120)
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

    workers.runners.devices.run(lambda: paper_is_back.wait(120), _ignore, _raise)
    workers.runners.reading.run(lambda: "Nguyễn", found.append, _raise)
    qtbot.waitUntil(lambda: bool(found))

    paper_is_back.set()
    workers.shutdown()


def test_each_print_queue_has_a_worker_of_its_own(qapp: QApplication, qtbot: QtBot) -> None:
    workers = Workers()
    paper_is_back = threading.Event()
    printed: list[str] = []

    workers.runners.of_queue("roll").run(lambda: paper_is_back.wait(120), _ignore, _raise)
    workers.runners.of_queue("labels").run(lambda: "label", printed.append, _raise)
    qtbot.waitUntil(lambda: bool(printed))

    assert workers.runners.of_queue("roll") is workers.runners.of_queue("roll")
    paper_is_back.set()
    workers.shutdown()


def test_a_device_worker_brings_values_and_failures_home(qapp: QApplication, qtbot: QtBot) -> None:
    runner = DeviceRunner()
    places: list[int] = []
    failures: list[Exception] = []

    runner.run(threading.get_ident, places.append, _raise)
    runner.run(_refuse, _never, failures.append)
    qtbot.waitUntil(lambda: bool(failures))

    assert places != [threading.get_ident()]
    assert isinstance(failures[0], LookupError)
    runner.close()
    assert runner.wait(120)


def test_a_printer_that_hangs_does_not_keep_the_program_from_ending(
    qapp: QApplication, expect_log: Callable[[str], None]
) -> None:
    expect_log("«roll» still hangs")
    hanging, released = threading.Event(), threading.Event()
    told: list[object] = []
    workers = Workers(patience_s=0.1)

    def hang() -> None:
        hanging.set()
        released.wait(120)

    runner = workers.runners.of_queue("roll")
    runner.run(hang, told.append, _raise)
    assert hanging.wait(120)

    workers.shutdown()

    released.set()
    assert isinstance(runner, DeviceRunner)
    assert runner.wait(120)
    qapp.processEvents()
    assert not told


def test_after_closing_a_device_worker_takes_nothing(qapp: QApplication) -> None:
    runner = DeviceRunner()
    runner.close()

    runner.run(_refuse, _never, _raise)

    assert runner.wait(120)


def _never(_value: object) -> None:
    raise AssertionError("this must not be delivered")


def _ignore(_value: object) -> None:
    """Nobody listens."""


def _raise(error: Exception) -> None:
    raise error
