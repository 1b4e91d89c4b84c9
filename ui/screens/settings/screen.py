"""The settings page: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.desk import Desk
from ui.running import Runners
from ui.screens.settings.presenter import SettingsPresenter
from ui.screens.settings.view import SettingsView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class SettingsScreen(Screen):
    """How this computer's window looks, speaks and prints. Call ``begin`` once."""

    def __init__(self, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = SettingsView()
        self._page = PageRunners(runners)
        self._presenter = SettingsPresenter(self._view, desk, self._page.runners, shell)
        self._shell = shell
        self._view.chosen.connect(self._presenter.choose)
        self._view.devices.clicked.connect(shell.open_devices)
        self._view.access.clicked.connect(shell.open_access)

    def begin(self) -> "SettingsScreen":
        """Ask what is chosen."""
        self._presenter.open()
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Settings."""
        return text("ui.settings.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F8: printers and scanner; F7: who looked at whom."""
        return {
            Key.F7: KeyAction(text("ui.access.key"), self._shell.open_access),
            Key.F8: KeyAction(text("ui.devices.key"), self._shell.open_devices),
        }

    def focus_first(self) -> None:
        """Where the focus was left, else on the first row."""
        return_focus(self._view, self._view.rows["language"].setFocus)

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()
