"""The supervisor's page of looks at customers: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.desk import Desk
from ui.running import Runners
from ui.screens.access.presenter import AccessPresenter
from ui.screens.access.view import AccessView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class AccessScreen(Screen):
    """Call ``begin`` once."""

    def __init__(self, desk: Desk, runners: Runners, shell: Shell) -> None:
        self._view = AccessView()
        self._page = PageRunners(runners)
        self._presenter = AccessPresenter(self._view, desk, self._page.runners, shell)
        self._view.picked.connect(self._presenter.choose)
        self._view.opened.connect(self._presenter.open)
        self._view.turned.connect(self._presenter.turn)
        self._view.day_typed.connect(self._presenter.go_to)

    def begin(self) -> "AccessScreen":
        """Ask for today."""
        self._presenter.begin()
        return self

    @property
    def widget(self) -> QWidget:
        """The list."""
        return self._view

    @property
    def title(self) -> str:
        """Looks at customers."""
        return text("ui.access.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F5 comes back to today."""
        return {Key.F5: KeyAction(text("ui.transactions.today"), self._presenter.today)}

    def focus_first(self) -> None:
        """Where the focus was left, else on the clerks."""
        return_focus(self._view, self._view.clerk.setFocus)

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()
