"""The complaint form: owns view and presenter."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.scanning import Shape, recognise
from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.complaint.presenter import ComplaintPresenter
from ui.screens.complaint.view import ComplaintView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus

_SUBJECTS = (Shape.ITEM, Shape.RECEIPT, Shape.PROOF, Shape.CUSTOMER)


class ComplaintScreen(Screen):
    """A new complaint: call ``begin`` once, with a code of what it is about or "" for none."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = ComplaintView()
        self._page = PageRunners(runners)
        self._shell = shell
        self._presenter = ComplaintPresenter(self._view, desk, self._page.runners, changes, shell)
        view, presenter = self._view, self._presenter
        view.changed.connect(self._changed)
        view.about.sought.connect(presenter.subject.seek)
        view.about.item_chosen.connect(presenter.subject.choose_item)
        view.who.role_chosen.connect(presenter.subject.choose_role)
        view.who.file_asked.connect(self._ask_file)
        view.who.files_dropped.connect(presenter.evidence.drop)
        view.who.filed.connect(presenter.file)
        view.abandon.abandoned.connect(presenter.abandon)
        self._file_key = QShortcut(QKeySequence("Alt+T"), view)
        self._file_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._file_key.activated.connect(self._ask_file)

    def begin(self, code: str = "") -> "ComplaintScreen":
        """Fill the form as far as is known."""
        self._presenter.open(code)
        return self

    @property
    def widget(self) -> QWidget:
        """The form."""
        return self._view

    @property
    def title(self) -> str:
        """Complaint."""
        return text("ui.complaint.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F12 records; F6 goes on to the list."""
        return {
            Key.F6: KeyAction(text("ui.complaint.list"), self._shell.open_complaints),
            Key.F12: KeyAction(
                text("ui.complaint.record"), self._presenter.file, self._presenter.missing
            ),
        }

    def place(self) -> Key:
        """The bar marks F6."""
        return Key.F6

    def focus_first(self) -> None:
        """The code while nothing is known of it, else the kind; later, where it was left."""
        about = self._presenter.subject.about
        known = about.code or about.subject.customer
        first = self._view.about.types if known else self._view.about.code
        return_focus(self._view, first.setFocus)

    def take_scan(self, text: str) -> bool:
        """An item, receipt or customer scanned here is what the complaint is about."""
        if recognise(text).shape not in _SUBJECTS:
            return False
        self._presenter.subject.seek(text)
        return True

    def leave(self) -> bool:
        """Not with something typed and not recorded."""
        if self._presenter.is_touched:
            self._view.abandon.ask()
            return False
        return True

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()

    def _changed(self) -> None:
        self._view.abandon.withdraw()
        self._presenter.changed(self._view.entered())

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self._view, text("ui.complaint.add_file"), "", text("ui.complaint.file_kinds")
        )
        for path in chosen:
            self._presenter.evidence.add(Path(path))
