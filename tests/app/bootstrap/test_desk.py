from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk, open_counter
from app.settings import Home, SettingsUnreadable
from app.store.faults import StoreMissing
from tests.fakes.clock import HandClock
from ui.desk import Desk


def test_the_desk_is_all_that_the_window_asks_for(desk: CounterDesk) -> None:
    def through_the_window(door: Desk) -> int:
        return door.station().terminal

    assert through_the_window(desk) == 7001


def test_a_warm_desk_answers_as_a_cold_one(desk: CounterDesk) -> None:
    cold = desk.catalogue()

    desk.warm()

    assert desk.catalogue() == cold


def test_a_folder_without_a_counter_is_told_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing), open_counter(Home(tmp_path)):
        pass


def test_damaged_settings_are_not_guessed_at(counter_home: Home, clock: HandClock) -> None:
    counter_home.settings.write_text("receipt_printer = ", encoding="utf-8")

    with pytest.raises(SettingsUnreadable), open_counter(counter_home, clock):
        pass


def test_two_desks_of_one_home_work_side_by_side(
    counter_home: Home, clock: HandClock, desk: CounterDesk
) -> None:
    with open_counter(counter_home, clock) as other:
        assert other.standing() == desk.standing()
