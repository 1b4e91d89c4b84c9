"""The list of conflicts: owns view and presenter."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.conflicts.presenter import ConflictsPresenter
from ui.screens.conflicts.view import SETTLED, ConflictsView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class ConflictsScreen(Screen):
    """Call ``begin`` once, for one customer or for all."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = view = ConflictsView()
        self._page = PageRunners(runners)
        self._presenter = ConflictsPresenter(view, desk, self._page.runners, changes, shell)
        view.chosen.connect(lambda shown: self._presenter.choose(settled=shown == SETTLED))
        view.looked.connect(self._presenter.look_at)
        view.kept.connect(self._presenter.keep)
        view.taken.connect(self._presenter.take)
        view.customer_asked.connect(self._presenter.customer)
        self._keys = [
            self._bind("Alt+G", lambda: self._presenter.keep(view.reason.value())),
            self._bind("Alt+L", lambda: self._presenter.take(view.reason.value())),
            self._bind("Alt+T", self._presenter.customer),
        ]

    def begin(self, number: str = "") -> "ConflictsScreen":
        """Ask for the open ones."""
        self._presenter.begin(number)
        return self

    @property
    def widget(self) -> QWidget:
        """The list."""
        return self._view

    @property
    def title(self) -> str:
        """Conflicts."""
        return text("ui.conflicts.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F7 asks again, as it led here."""
        return {Key.F7: KeyAction(text("ui.conflicts.key"), self._presenter.reload)}

    def focus_first(self) -> None:
        """The first conflict; without one, the choice above."""
        first = self._view.list if self._view.list.count() else self._view.shown
        return_focus(self._view, first.setFocus)

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()

    def _bind(self, keys: str, run: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._view)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)
        return shortcut
