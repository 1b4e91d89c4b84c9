"""What tests of widgets stand on: the application dressed, and a way to show things."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import CheckParamsCb, SignalBlocker

from tests.fakes.hands import Show
from ui.style.theme import apply
from ui.style.tokens import Theme

PATIENCE_MS = 120_000
"""Far more than any step needs: a shared machine is slow at times."""


class PatientBot(QtBot):
    """Waits longer than its own five seconds; it costs nothing when what is waited for comes."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:  # noqa: N802 - its own name
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(  # noqa: N802 - its own name
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE_MS,
        raising: bool | None = None,
        check_params_cb: CheckParamsCb | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Instead of the plug-in's own."""
    return PatientBot(request)


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
