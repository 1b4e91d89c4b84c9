"""The page of the sync: owns view and presenter."""

from collections.abc import Callable, Mapping
from getpass import getuser
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

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
        self._shell = shell
        self._page = PageRunners(runners)
        runners = self._page.runners
        self._presenter = SyncingPresenter(self._view, desk, runners, changes, shell)
        self._view.asked.connect(self._presenter.sync_now)
        self._view.copy_asked.connect(self._copy_out)
        self._view.bring_asked.connect(self._bring_in)
        self._view.conflicts_asked.connect(shell.open_conflicts)
        self._keys = [self._bind("Alt+C", self._copy_out), self._bind("Alt+N", self._bring_in)]
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
        """F12: now; F7: values that met at headquarters."""
        action = KeyAction(
            text("ui.syncing.now"), self._presenter.sync_now, self._presenter.missing
        )
        conflicts = KeyAction(text("ui.conflicts.key"), self._shell.open_conflicts)
        return {Key.F7: conflicts, Key.F12: action}

    def focus_first(self) -> None:
        """Where the focus was left, else on the one thing to do."""
        return_focus(self._view, self._view.now.setFocus)

    def _bind(self, keys: str, run: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._view)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)
        return shortcut

    def _copy_out(self) -> None:
        if self._presenter.stick.busy:
            return
        chosen = QFileDialog.getExistingDirectory(
            self._view, text("ui.syncing.stick.choose"), _where_sticks_are()
        )
        if chosen:
            self._presenter.stick.copy_out(Path(chosen))

    def _bring_in(self) -> None:
        if self._presenter.stick.busy:
            return
        kinds = f"{text('ui.syncing.stick.kinds')} (*.temdown)"
        chosen, _ = QFileDialog.getOpenFileName(
            self._view, text("ui.syncing.stick.bring"), _where_sticks_are(), kinds
        )
        if chosen:
            self._presenter.stick.bring_in(Path(chosen))

    def close(self) -> None:
        """Late answers find nobody."""
        self._timer.stop()
        self._stop()
        self._page.close()


def _where_sticks_are() -> str:
    """The folder in which this desktop shows them; "" where it has none."""
    try:
        mounted = Path("/media") / getuser()
        return str(mounted) if mounted.is_dir() else ""
    except (OSError, KeyError):
        return ""
