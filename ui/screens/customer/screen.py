"""The customer's page: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.messages import text
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.screens.customer.presenter import CustomerPresenter
from ui.screens.customer.view import CustomerView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class CustomerScreen(Screen):
    """One customer: call ``begin`` once, with the number."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = CustomerView()
        self._page = PageRunners(runners)
        self._presenter = CustomerPresenter(self._view, desk, self._page.runners, changes, shell)
        self._stop = changes.subscribe(
            Topic.CUSTOMERS, Topic.SHIPMENTS, then=self._presenter.reload
        )
        who = self._view.who
        who.shipment_asked.connect(self._presenter.new_shipment)
        who.edit_asked.connect(self._presenter.edit)
        who.saved.connect(self._presenter.save)
        who.stopped.connect(self._stop_editing)
        who.changed.connect(self._changed)
        who.left.connect(self._presenter.left)
        who.place_sought.connect(self._presenter.places.seek)
        self._edit_key = QShortcut(QKeySequence("Alt+S"), self._view)
        self._edit_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._edit_key.activated.connect(self._presenter.edit)

    def begin(self, number: str) -> "CustomerScreen":
        """Ask for the customer and show it."""
        self._presenter.open(number)
        return self

    @property
    def widget(self) -> QWidget:
        """The page."""
        return self._view

    @property
    def title(self) -> str:
        """Customer."""
        return text("ui.customer.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F3 to send something; while editing, F12 to record."""
        if self._presenter.is_editing:
            return {Key.F12: KeyAction(text("ui.customer.save"), self._presenter.save)}
        if self._presenter.page is None:
            return {}
        return {Key.F3: KeyAction(text("ui.customer.new_shipment"), self._presenter.new_shipment)}

    def focus_first(self) -> None:
        """Where the focus was left, else on what is mostly done next."""
        return_focus(self._view, self._view.who.shipment.setFocus)

    def step_back(self) -> bool:
        """Esc ends editing first."""
        if not self._presenter.is_editing:
            return False
        self._stop_editing()
        return True

    def close(self) -> None:
        """Late answers find nobody."""
        self._stop()
        self._page.close()

    def _changed(self) -> None:
        self._presenter.changed(self._view.who.form.edited())

    def _stop_editing(self) -> None:
        self._presenter.stop_editing()
        self._view.who.shipment.setFocus()
