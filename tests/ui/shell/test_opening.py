"""Each wish of a screen lays its page where nothing that holds work is lost."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame


def test_a_page_asked_for_takes_the_place_of_one_that_holds_no_work(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()
    steering = counter.frame.steering
    number, page = next(iter(counter.desk.people.items()))

    steering.open_customer(number)
    steering.open_registration(None, "an")
    assert counter.makers.opened[0].closed

    steering.open_acceptance(page)
    counter.makers.opened[-1].holds_work = True
    steering.open_receipt("100950-2-0000001")
    assert [each.closed for each in counter.makers.opened] == [True, False, False, False]


def test_the_settings_lie_above_whatever_is_open_and_only_once(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()
    steering = counter.frame.steering
    steering.open_customer(next(iter(counter.desk.people)))

    steering.open_settings()
    steering.open_settings()

    assert [each.name.split()[0] for each in counter.makers.opened] == ["customer", "settings"]
    assert not counter.makers.opened[0].closed
