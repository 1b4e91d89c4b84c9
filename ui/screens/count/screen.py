"""The page where a drawer is counted: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.count.presenter import CountPresenter, Phase
from ui.screens.count.view import CountView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners


class CountScreen(Screen):
    """One count: call ``begin`` once."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = CountView()
        self._page = PageRunners(runners)
        self._presenter = CountPresenter(self._view, desk, self._page.runners, changes, shell)
        self._view.edited.connect(self._presenter.edited)
        self._view.went_on.connect(self._presenter.go_on)

    def begin(self, *, opening: bool) -> "CountScreen":
        """Count the float of a new shift, or the drawer before it closes."""
        self._presenter.begin(opening=opening)
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Opening or closing."""
        return text("ui.count.open_title" if self._presenter.opening else "ui.count.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 goes on; F8 prints the Z once there is one."""
        presenter = self._presenter
        step = "open" if presenter.opening else presenter.phase.value
        on = KeyAction(text(f"ui.count.go.{step}"), presenter.go_on, presenter.missing)
        keys = {Key.F12: on}
        if presenter.phase is Phase.DONE:
            keys[Key.F8] = KeyAction(text("ui.count.print"), presenter.z.print)
        return keys

    def place(self) -> Key:
        """The bar marks F11."""
        return Key.F11

    def focus_first(self) -> None:
        """The first row that was not counted."""
        self._view.focus_phase()

    def step_back(self) -> bool:
        """From the comparison back to the count."""
        return self._presenter.recount()

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()
