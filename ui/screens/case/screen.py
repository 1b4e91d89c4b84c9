"""The page of one complaint: owns view and presenter."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.case.files import CaseFiles
from ui.screens.case.presenter import CasePresenter
from ui.screens.case.view import CaseView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class CaseScreen(Screen):
    """One case: call ``begin`` once, with its number."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = CaseView()
        self._page = PageRunners(runners)
        self._shell = shell
        self._presenter = CasePresenter(self._view, desk, self._page.runners, changes, shell)
        self._files = CaseFiles(self._view, desk, self._page.runners, changes, shell)
        self._presenter.keep_papers = self._files.keep
        view = self._view
        view.steps.changed.connect(self._changed)
        view.steps.taken.connect(self._take)
        view.facts.file_opened.connect(self._files.open_file)
        view.facts.file_asked.connect(self._ask_file)
        self._file_key = QShortcut(QKeySequence("Alt+T"), view)
        self._file_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._file_key.activated.connect(self._ask_file)

    def begin(self, number: str) -> "CaseScreen":
        """Ask for the case and show it."""
        self._presenter.open(number)
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """One complaint."""
        return text("ui.case.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 takes the step, F6 is the list; F8 prints the slip, F7 and F8 settle one in doubt."""
        on = {Key.F6: KeyAction(text("ui.complaint.list"), self._shell.open_complaints)}
        if self._presenter.page is None:
            return on
        if self._files.in_doubt is None:
            word = "ui.receipt.print_waiting" if self._files.waits else "ui.receipt.reprint"
            on[Key.F8] = KeyAction(text(word), self._files.print)
        else:
            on[Key.F7] = KeyAction(text("ui.receipt.key_on_paper"), self._on_paper)
            on[Key.F8] = KeyAction(text("ui.receipt.key_not_on_paper"), self._not_on_paper)
        step = self._presenter.step
        if step is not None:
            on[Key.F12] = KeyAction(text(f"ui.case.step.{step}"), self._take)
        return on

    def place(self) -> Key:
        """The bar marks F6."""
        return Key.F6

    def subject(self) -> str:
        """What a new complaint from here would be about."""
        page = self._presenter.page
        return page.line.item if page is not None else ""

    def focus_first(self) -> None:
        """The step that comes next."""
        return_focus(self._view, self._view.steps.step.setFocus)

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()

    def _changed(self) -> None:
        self._presenter.changed(self._view.steps.entered())

    def _take(self) -> None:
        """As it stands in the fields: a floor that was offered meanwhile was typed by nobody."""
        self._changed()
        self._presenter.take()

    def _on_paper(self) -> None:
        self._files.settle(on_paper=True)

    def _not_on_paper(self) -> None:
        self._files.settle(on_paper=False)

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self._view, text("ui.complaint.add_file"), "", text("ui.complaint.file_kinds")
        )
        for path in chosen:
            self._files.add_file(Path(path))
