from pytestqt.qtbot import QtBot

from ui.widgets.patience import READING_MS, Patience


def test_the_first_press_counts_and_those_right_behind_it_do_not() -> None:
    patience = Patience()

    assert [patience.is_lost() for _ in range(4)] == [False, True, True, True]


def test_after_something_else_the_next_press_counts() -> None:
    patience = Patience()
    patience.is_lost()

    patience.forget()

    assert not patience.is_lost()


def test_after_time_to_read_the_same_key_counts_again(qtbot: QtBot) -> None:
    patience = Patience()
    patience.is_lost()

    qtbot.waitUntil(lambda: patience.quiet_ms() > READING_MS)

    assert not patience.is_lost()
