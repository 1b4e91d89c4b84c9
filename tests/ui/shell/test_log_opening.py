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
