from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from tests.ui.screens.access.test_view import PAGE, REVEAL
from ui.screens.access.view import AccessView
from ui.screens.customer.view import CustomerView
from ui.shell.handle import Key
from ui.style.theme import apply
from ui.style.tokens import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


class Opened:
    """By Ctrl+comma and F7."""

    def __init__(self, qtbot: QtBot, *, supervised: bool = True) -> None:
        self.counter = CounterWindow(qtbot)
        self.counter.desk.supervised = supervised
        self.counter.desk.views = (REVEAL, PAGE)
        self.counter.hands.press(Qt.Key.Key_Comma, CTRL)
        self.counter.press(Qt.Key.Key_F7)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_supervisor_reads_all_looks_of_a_day_and_opens_a_customer(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    opened = Opened(qtbot)
    (view,) = opened.counter.window.findChildren(AccessView)
    assert view.lines.count() == 2
    assert without_name(view) == []
    assert opened.counter.window.keys.is_on(Key.F5)
    opened.counter.window.grab().toImage().save(str(pictures / f"access-{theme}.png"))

    opened.counter.press(Qt.Key.Key_Return, Qt.Key.Key_Return)

    assert not view.isVisible()
    assert opened.counter.window.findChildren(CustomerView)


def test_a_clerk_is_told_that_only_supervisors_may(dressed: QApplication, qtbot: QtBot) -> None:
    opened = Opened(qtbot, supervised=False)

    (view,) = opened.counter.window.findChildren(AccessView)
    assert not view.lines.isVisible()
    assert view._more.isVisible()
