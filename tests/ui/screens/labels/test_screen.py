from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.item_code import make_item_code
from tests.fakes.counter_window import CounterWindow
from ui.screens.labels.view import LabelsView


def test_a_roll_is_taken_in_by_two_scans_and_one_key(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    (view,) = counter.window.findChildren(LabelsView)
    assert counter.focused() == "Nhãn đầu cuộn"

    counter.hands.scan(make_item_code("CA", 50_000_001))
    counter.hands.scan(make_item_code("CA", 50_000_500))
    counter.press(Qt.Key.Key_F12)

    assert [roll.count for roll in counter.desk.rolls] == [500]
    assert view.list.count() == 1
    assert counter.told() == "Đã nhập cuộn 500 nhãn. Từ giờ quét nhãn của cuộn là dùng được."

    counter.press(Qt.Key.Key_Escape)
    assert not view.isVisible()
