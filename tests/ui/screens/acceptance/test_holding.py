from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow
from ui.screens.acceptance.view import AcceptanceView


def test_esc_on_an_untouched_basket_goes_back_and_keeps_nothing(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()
    counter.press(Qt.Key.Key_F3)

    counter.press(Qt.Key.Key_Escape)

    assert not any(p.isVisible() for p in counter.window.findChildren(AcceptanceView))
    assert counter.desk.kept == {}
    assert counter.desk.saves == 0


def test_holding_that_cannot_be_done_keeps_the_page_open(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    for n in range(6):
        counter.open_customer(n % 3)
        counter.press(Qt.Key.Key_F3)
        counter.enter("2", f"Người nhận thứ {n}")
        counter.press(Qt.Key.Key_F10)

    assert len(counter.desk.kept) == 5
    assert "Đang giữ đủ 5 giỏ" in counter.told()
    (page,) = [p for p in counter.window.findChildren(AcceptanceView) if p.isVisible()]
    assert page.item.form.entered().name == "Người nhận thứ 5"
