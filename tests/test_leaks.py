import threading

from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.leaks import record_starts, still_running


def test_a_thread_left_running_is_named_by_the_line_that_started_it() -> None:
    release = threading.Event()
    with record_starts() as started:
        thread = threading.Thread(target=release.wait)
        thread.start()

        (problem,) = still_running(started, ending_ms=0)

    assert problem.startswith("Thread started at tests/test_leaks.py:")
    release.set()
    assert still_running(started) == []


def test_a_qt_thread_left_running_is_named(qtbot: QtBot) -> None:
    with record_starts() as started:
        thread = QThread()
        with qtbot.waitSignal(thread.started):
            thread.start()

        (problem,) = still_running(started, ending_ms=0)

    assert problem.startswith("QThread started at tests/test_leaks.py:")
    thread.quit()
    assert still_running(started) == []


def test_a_timer_left_running_is_named(qapp: object) -> None:
    with record_starts() as started:
        timer = QTimer()
        timer.start(60_000)

        (problem,) = still_running(started)

    assert problem.startswith("QTimer started at tests/test_leaks.py:")
    timer.stop()
    assert still_running(started) == []


def test_a_timer_of_a_closed_window_is_no_leak(qapp: object) -> None:
    with record_starts() as started:
        window = QWidget()
        QTimer(window).start(60_000)
        window.deleteLater()

        assert still_running(started) == []


def test_a_window_left_open_is_named(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    assert still_running([]) == ["QWidget is still open"]
