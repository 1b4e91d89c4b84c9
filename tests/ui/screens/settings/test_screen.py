from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from ui.look import Look, dress
from ui.screens.acceptance.view import AcceptanceView
from ui.screens.settings.view import SettingsView
from ui.style.metrics import scale_in_force
from ui.style.theme import tokens
from ui.style.tokens import TOKENS, Theme

CTRL = Qt.KeyboardModifier.ControlModifier


class _Counter(CounterWindow):
    def ask(self) -> None:
        self.hands.press(Qt.Key.Key_Comma, CTRL)

    @property
    def page(self) -> SettingsView | None:
        found = [each for each in self.window.findChildren(SettingsView) if each.isVisible()]
        return found[0] if found else None


def test_two_keys_open_it_from_anywhere_and_esc_goes_back(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.ask()
    counter.ask()
    assert counter.page is not None
    assert without_name(counter.page) == []

    counter.press(Qt.Key.Key_Escape)

    assert counter.page is None
    assert counter.focused() == "Ô tìm chung"


def test_nobody_who_is_not_signed_in_comes_to_it(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.hands.press(Qt.Key.Key_L, CTRL)

    counter.ask()

    assert counter.page is None


def test_colours_and_size_change_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    counter = _Counter(qtbot)
    counter.ask()
    counter.press(Qt.Key.Key_Return)
    counter.type("2")
    counter.press(Qt.Key.Key_Return)
    counter.type("3")
    try:
        assert tokens() == TOKENS[Theme.DARK]
        assert scale_in_force() == 150
        assert counter.focused() == "Cỡ chữ"
    finally:
        dress(dressed, Look())


def test_a_language_switched_in_mid_transaction_loses_nothing(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = _Counter(qtbot)
    counter.open_customer()
    counter.press(Qt.Key.Key_F3)
    counter.enter("2", "Đặng Văn Quyết", "0912345654", "Thôn Ỷ La", "nong t")
    counter.enter("1250", "40 30 20", "Gốm sứ", "", "")
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_Return, Qt.Key.Key_Return)
    counter.enter("2", "Nguyễn Thị Anh")
    (page,) = counter.window.findChildren(AcceptanceView)
    before = (page.item.form.entered(), page.basket.list.model().rowCount())
    try:
        counter.ask()
        counter.press(Qt.Key.Key_Right)
        counter.press(Qt.Key.Key_Escape)

        assert counter.focused() == "Receiver's phone"
        assert (page.item.form.entered(), page.basket.list.model().rowCount()) == before

        counter.enter("0912345654", "1 Lê Lợi", "nong t", "500", "", "Sách", "", "")
        counter.press(Qt.Key.Key_F7, Qt.Key.Key_Return)
        counter.press(Qt.Key.Key_F9)
        counter.type("100k")
        counter.press(Qt.Key.Key_F12)
    finally:
        dress(dressed, Look())

    (booked,) = counter.desk.booked.values()
    assert len(booked.items) == 2
