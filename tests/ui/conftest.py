"""What tests of widgets stand on: the application dressed, and a way to show things."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.style.theme import apply
from ui.style.tokens import Theme


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the light theme at 100 %."""
    apply(qapp, Theme.LIGHT)
    return qapp


@pytest.fixture
def show(dressed: QApplication, qtbot: QtBot) -> Iterator[Show]:
    """``show(widget, …)`` puts them into an active window, which it returns."""

    kept: list[QWidget] = []  # qtbot itself holds its widgets only weakly

    def put_into_window(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(900, 600)
        qtbot.addWidget(window)
        kept.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield put_into_window
    kept.clear()
