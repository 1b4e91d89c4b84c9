"""The list of complaints: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.complaints.presenter import ComplaintsPresenter
from ui.screens.complaints.view import ComplaintsView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class ComplaintsScreen(Screen):
    """What is due, and what was answered. Call ``begin`` once."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = ComplaintsView()
        self._page = PageRunners(runners)
        self._presenter = ComplaintsPresenter(self._view, desk, self._page.runners, changes, shell)
        self._view.wanted.connect(self._presenter.choose)
        self._view.opened.connect(self._presenter.open)

    def begin(self) -> "ComplaintsScreen":
        """Ask for the open cases."""
        self._presenter.reload()
        return self

    @property
    def widget(self) -> QWidget:
        """The list."""
        return self._view

    @property
    def title(self) -> str:
        """Complaints."""
        return text("ui.complaints.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F6 begins a new complaint."""
        return {Key.F6: KeyAction(text("ui.complaints.begin"), self._presenter.begin)}

    def place(self) -> Key:
        """The bar marks F6."""
        return Key.F6

    def focus_first(self) -> None:
        """The most pressing case; without one, the choices."""
        first = self._view.cases if self._view.cases.count() else self._view.shown
        return_focus(self._view, first.setFocus)

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()
