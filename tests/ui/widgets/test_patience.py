from PySide6.QtCore import QCoreApplication, QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.patience import READING_MS, Patience


def test_the_first_press_counts_and_those_right_behind_it_do_not(qapp: QApplication) -> None:
    patience = Patience()

    assert [patience.is_lost() for _ in range(4)] == [False, True, True, True]


def test_after_something_else_the_next_press_counts(qapp: QApplication) -> None:
    patience = Patience()
    patience.is_lost()

    patience.forget()

    assert not patience.is_lost()


def test_after_time_to_read_the_same_key_counts_again(qtbot: QtBot) -> None:
    patience = Patience()
    patience.is_lost()

    qtbot.waitUntil(lambda: not patience.is_reading)

    assert not patience.is_lost()


def test_keys_that_queued_up_while_the_program_was_busy_are_lost_however_late_they_are_heard(
    qtbot: QtBot,
) -> None:
    patience, busy = Patience(), QElapsedTimer()
    lost: list[bool] = []
    patience.is_lost()
    busy.start()
    while busy.elapsed() <= READING_MS:
        """Painting, for much longer than anybody reads."""
    QTimer.singleShot(0, lambda: lost.append(patience.is_lost()))  # what waited in the queue

    QCoreApplication.processEvents()

    assert lost == [True]
    qtbot.waitUntil(lambda: not patience.is_reading)
