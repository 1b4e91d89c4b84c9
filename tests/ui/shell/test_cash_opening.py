from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame


def test_f11_opens_cash_and_shift_once_and_a_count_above_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = FakeFrame(qtbot, FakeDesk())
    counter.sign_in()

    counter.hands.press(Qt.Key.Key_F11)
    counter.hands.press(Qt.Key.Key_F11)
    counter.frame.steering.open_count(opening=True)

    assert [page.name for page in counter.makers.opened] == ["shift", "count True"]
