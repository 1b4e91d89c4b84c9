from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow
from ui.screens.service.view import ServiceView

ALT = Qt.KeyboardModifier.AltModifier


def test_f9_leads_to_other_services_and_esc_comes_back(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer()

    counter.press(Qt.Key.Key_F9)
    assert [page.isVisible() for page in counter.window.findChildren(ServiceView)] == [True]
    counter.press(Qt.Key.Key_Escape)

    assert [page for page in counter.window.findChildren(ServiceView) if page.isVisible()] == []


def test_an_account_is_agreed_by_keys_alone(
    dressed: QApplication, qtbot: QtBot, pictures: Path
) -> None:
    counter = CounterWindow(qtbot)
    number = counter.open_customer()

    counter.hands.press(Qt.Key.Key_H, ALT)
    counter.enter("HD 9", "5000000", "31/12/2027", "tbc")
    counter.type("864209")
    dressed.processEvents()
    counter.window.grab().save(str(pictures / "account.png"))
    counter.press(Qt.Key.Key_F12)

    (agreed,) = counter.desk.agreed
    assert (agreed.customer, agreed.contract, agreed.limit_vnd) == (number, "HD 9", 5_000_000)
    assert (agreed.until, agreed.approval.code) == (date(2027, 12, 31), "tbc")
