from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame


def test_it_opens_once_however_often_it_is_asked_for(dressed: QApplication, qtbot: QtBot) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()

    counter.frame.steering.open_access()
    counter.frame.steering.open_access()

    assert [page.name for page in counter.makers.opened] == ["access"]


def test_conflicts_open_of_all_or_of_one_customer(dressed: QApplication, qtbot: QtBot) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()

    counter.frame.steering.open_conflicts()
    counter.frame.steering.open_conflicts("0126000000018")

    assert [page.name for page in counter.makers.opened] == ["conflicts", "conflicts 0126000000018"]
