"""Rolls of printed labels: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.desk import Desk
from ui.running import Runners
from ui.screens.labels.presenter import LabelsPresenter
from ui.screens.labels.view import LabelsView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners


class LabelsScreen(Screen):
    """A supervisor scans the first and the last label of a roll."""

    def __init__(self, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = LabelsView()
        self._page = PageRunners(runners)
        self._presenter = LabelsPresenter(self._view, desk, self._page.runners, shell)
        self._view.received.connect(self._presenter.receive)

    def begin(self) -> "LabelsScreen":
        """Ask what is here."""
        self._presenter.show()
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Printed labels."""
        return text("ui.labels.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 takes the roll in."""
        return {Key.F12: KeyAction(text("ui.labels.receive"), self._view.finish)}

    def focus_first(self) -> None:
        """The first label."""
        self._view.first.setFocus()

    def take_scan(self, text: str) -> bool:
        """Labels are scanned one after the other."""
        return self._presenter.scan(text)

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()
