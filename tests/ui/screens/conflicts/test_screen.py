from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow
from tests.ui.conflict_scenes import conflicts, customer_conflicts, customer_contended
from ui.screens.conflicts.view import ConflictsView
from ui.screens.customer.view import CustomerView
from ui.shell.handle import Key
from ui.style.theme import apply
from ui.style.tokens import Theme

ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_supervisor_settles_one_by_keys_alone(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    counter = CounterWindow(qtbot)
    conflicts(counter)
    assert counter.window.keys.is_on(Key.F7)
    counter.window.grab().toImage().save(str(pictures / f"conflicts-{theme}.png"))

    counter.press(Qt.Key.Key_Return)
    counter.type("đã hỏi khách")
    counter.hands.press(Qt.Key.Key_L, ALT)

    (command,) = counter.desk.settling
    assert (command.take, command.reason) == (True, "đã hỏi khách")
    (view,) = counter.window.findChildren(ConflictsView)
    assert view.list.count() == 1


def test_what_holds_is_kept_by_its_key_and_the_customer_opens(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    conflicts(counter)

    counter.press(Qt.Key.Key_Return)
    counter.type("xem giấy tờ")
    counter.hands.press(Qt.Key.Key_G, ALT)
    assert [each.take for each in counter.desk.settling] == [False]
    counter.hands.press(Qt.Key.Key_T, ALT)

    assert counter.window.findChildren(CustomerView)


def test_the_customers_page_says_both_values_and_leads_to_the_list(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    customer_contended(counter)
    (view,) = counter.window.findChildren(CustomerView)
    for words in ("«8 Hàng Đào»", "«25 Phố Huế»", "Trần Minh Châu", "quầy 100950-2"):
        assert words in view.contended.text()

    counter.hands.press(Qt.Key.Key_V, ALT)

    assert counter.window.findChildren(ConflictsView)


def test_a_customer_without_any_has_no_notice_and_no_key(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.open_customer(1)
    counter.hands.press(Qt.Key.Key_V, ALT)

    (view,) = counter.window.findChildren(CustomerView)
    assert view.contended.text() == ""
    assert counter.window.findChildren(ConflictsView) == []


def test_f7_on_the_list_asks_again(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    customer_conflicts(counter)
    counter.desk.contended = []

    counter.press(Qt.Key.Key_F7)

    (view,) = counter.window.findChildren(ConflictsView)
    assert view.list.count() == 0
