"""The page of the sync: owns view and presenter."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed, Topic
from ui.running import Runners
from ui.screens.syncing.presenter import InTouch, SyncingPresenter
from ui.screens.syncing.view import SyncingView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus

_EVERY_MS: Final = 1_000


class SyncingScreen(Screen):
    """Call ``begin`` once. It follows what happens, second by second, until it is closed."""

    def __init__(
        self,
        desk: InTouch,
        runners: Runners,
        changes: ChangeFeed,
        shell: Shell,
    ) -> None:
        self._view = SyncingView()
        self._page = PageRunners(runners)
        self._presenter = SyncingPresenter(self._view, desk, self._page.runners, shell)
        self._view.asked.connect(self._presenter.sync_now)
        self._stop = changes.subscribe(Topic.STANDING, then=self._presenter.load)
        self._timer = QTimer(self._view)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._presenter.load)

    def begin(self) -> "SyncingScreen":
        """Ask how things stand, and go on asking."""
        self._presenter.load()
        self._timer.start()
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Sync."""
        return text("ui.syncing.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12: now."""
        action = KeyAction(
            text("ui.syncing.now"), self._presenter.sync_now, self._presenter.missing
        )
        return {Key.F12: action}

    def focus_first(self) -> None:
        """Where the focus was left, else on the one thing to do."""
        return_focus(self._view, self._view.now.setFocus)

    def close(self) -> None:
        """Late answers find nobody."""
        self._timer.stop()
        self._stop()
        self._page.close()
