"""The page of printers and scanner: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.devices.presenter import DevicesPresenter
from ui.screens.devices.view import DevicesView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class DevicesScreen(Screen):
    """Call ``begin`` once. Whatever is scanned here belongs to the self-test."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = DevicesView()
        self._page = PageRunners(runners)
        self._shell = shell
        self._presenter = DevicesPresenter(self._view, desk, self._page.runners, changes, shell)
        self._view.printers.test_asked.connect(self._presenter.print_test_page)
        self._view.printers.chosen.connect(self._presenter.choose_printer)
        self._view.printers.drawer_chosen.connect(self._presenter.drawer.choose)
        self._view.printers.drawer_asked.connect(self._presenter.drawer.attempt)
        self._try = QShortcut(QKeySequence(self._view.printers.try_drawer.key), self._view)
        self._try.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._try.activated.connect(self._presenter.drawer.attempt)
        self._view.scanner.chosen.connect(self._presenter.choose_scanner)
        self._view.scanner.typed.connect(self._typed)

    def begin(self) -> "DevicesScreen":
        """Ask what there is."""
        self._presenter.open()
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Printers and scanner."""
        return text("ui.devices.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F8 sends what waits."""
        return {Key.F8: KeyAction(text("ui.receipt.print_waiting"), self._shell.print_waiting)}

    def place(self) -> Key:
        """The bar marks F8."""
        return Key.F8

    def focus_first(self) -> None:
        """Where the focus was left, else on the printers."""
        return_focus(self._view, self._view.printers.list.setFocus)

    def take_scan(self, text: str) -> bool:
        """All of them are tests here."""
        self._presenter.take_scan(text)
        return True

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()

    def _typed(self, came: str) -> None:
        self._presenter.take_scan(came, ended=False)
