"""The page of cash and shift: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.shift.presenter import ShiftPresenter
from ui.screens.shift.view import ShiftView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class ShiftScreen(Screen):
    """F11. Call ``begin`` once."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = ShiftView()
        self._page = PageRunners(runners)
        self._presenter = ShiftPresenter(self._view, desk, self._page.runners, changes, shell)
        self._view.form.submitted.connect(self._presenter.submit)
        self._view.form.edited.connect(self._presenter.edited)
        self._view.looked_at.connect(self._presenter.look)
        self._view.counting.connect(self._presenter.go_on)
        self._view.report.clicked.connect(shell.open_report)
        self._report_key = QShortcut(QKeySequence("Alt+B"), self._view)
        self._report_key.activated.connect(shell.open_report)

    def begin(self) -> "ShiftScreen":
        """Ask how the drawer stands."""
        self._presenter.begin()
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Cash and shift."""
        return text("ui.shift.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 opens or closes by a count; F8 prints the X or a copy of the Z that is shown."""
        keys = {Key.F12: KeyAction(self._presenter.open_word, self._presenter.go_on)}
        if self._presenter.in_doubt is not None:
            keys[Key.F7] = KeyAction(text("ui.receipt.key_on_paper"), self._on_paper)
            keys[Key.F8] = KeyAction(text("ui.receipt.key_not_on_paper"), self._not_on_paper)
        elif word := self._presenter.print_word:
            keys[Key.F8] = KeyAction(word, self._presenter.print_shown)
        return keys

    def place(self) -> Key:
        """The bar marks F11."""
        return Key.F11

    def focus_first(self) -> None:
        """Where the focus was left, else on the deeds."""
        return_focus(self._view, self._view.begin)

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()

    def _on_paper(self) -> None:
        self._presenter.settle(on_paper=True)

    def _not_on_paper(self) -> None:
        self._presenter.settle(on_paper=False)
