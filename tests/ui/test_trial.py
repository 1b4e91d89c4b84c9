import gc
import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import fake_post_office as office
from tests.fakes.fake_desk import FakeDesk
from ui.application import run
from ui.look import Look
from ui.trial import Bare, FirstKey, Shift, Watch, press, report_first_key, resident_mb, run_bare


@pytest.fixture(autouse=True)
def _messages_as_before() -> Iterator[None]:
    """And no window of an ended run is left for the end of the process."""
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    yield
    gc.collect()
    qInstallMessageHandler(before)


def test_the_first_key_is_answered_by_the_question_for_the_pin(qapp: QApplication) -> None:
    moments: list[int] = []
    trial = FirstKey(moments.append)

    run(FakeDesk(), Look(), lambda: None)

    assert len(moments) == 1
    assert trial is not None


def test_each_scan_of_a_shift_is_timed_until_its_customer_is_painted(qapp: QApplication) -> None:
    desk = FakeDesk()
    numbers = list(desk.people)[:3]
    times: list[list[float]] = []

    def done(times_ms: list[float]) -> None:
        times.append(times_ms)
        qapp.closeAllWindows()

    shift = Shift(office.CLERKS[0], office.PIN, numbers, done)
    run(desk, Look(), lambda: None)

    assert [len(each) for each in times] == [3]
    assert all(each > 0 for each in times[0])
    assert desk.calls.count("customer") == 3
    assert shift is not None


def test_the_report_of_the_first_key_names_foreign_modules_only(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    trial = report_first_key()
    run(FakeDesk(), Look(), lambda: None)

    told = json.loads(capsys.readouterr().out)
    assert told["first_key_ns"] > 0
    assert "PySide6.QtWidgets" in told["modules"]
    assert not [name for name in told["modules"] if name.startswith(("app.", "ui."))]
    assert trial is not None


def test_the_bare_window_answers_every_key(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    run_bare(["json", "no_such_module"])

    told = json.loads(capsys.readouterr().out)
    assert told["first_key_ns"] > 0
    assert len(told["painted_ms"]) == 50


def test_a_painting_that_never_comes_is_not_waited_for_for_ever(
    qapp: QApplication, qtbot: QtBot
) -> None:
    given_up: list[bool] = []
    watch = Watch(lambda: given_up.append(True), patience_ms=1)

    watch.when_painted(lambda _seen: False, lambda: None)

    qtbot.waitUntil(lambda: bool(given_up))
    watch.stop()


def test_a_watch_that_was_stopped_sees_nothing_more(qapp: QApplication, qtbot: QtBot) -> None:
    seen: list[bool] = []
    watch = Watch(lambda: None)
    watch.when_painted(lambda each: isinstance(each, QLabel), lambda: seen.append(True))
    watch.stop()

    label = QLabel("0126")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    label.repaint()

    assert seen == []


def test_a_key_reaches_whoever_has_the_focus(qapp: QApplication, qtbot: QtBot) -> None:
    window = Bare()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    press(Qt.Key.Key_7)

    assert window.keys == 1


def test_the_memory_of_this_process_is_some_megabytes() -> None:
    assert 20 < resident_mb() < 5_000
