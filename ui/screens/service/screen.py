"""A service of another system for one customer: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.service.presenter import ServicePresenter
from ui.screens.service.view import ServiceView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class ServiceScreen(Screen):
    """Postal finance and subscriptions: call ``begin`` once, with the customer."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = ServiceView()
        self._page = PageRunners(runners)
        self._presenter = ServicePresenter(self._view, desk, self._page.runners, changes, shell)
        self._view.chosen.connect(self._presenter.choose)
        self._view.edited.connect(self._presenter.edited)
        self._view.submitted.connect(self._presenter.submit)
        self._view.left.connect(shell.back)

    def begin(self, customer: CustomerPage) -> "ServiceScreen":
        """Ask what is offered."""
        self._presenter.open(customer)
        return self

    @property
    def widget(self) -> QWidget:
        """The services and the form."""
        return self._view

    @property
    def title(self) -> str:
        """Other services."""
        return text("ui.service.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F9 to the money, F12 to record."""
        if not self._view.list.count():
            return {}
        return {
            Key.F9: KeyAction(text("ui.acceptance.key_money"), self._view.tendered.setFocus),
            Key.F12: KeyAction(text("ui.service.record"), self._presenter.submit),
        }

    def focus_first(self) -> None:
        """Where the focus was left, else on the services."""
        return_focus(self._view, self._view.focus_first)

    def leave(self) -> bool:
        """Not while it is being booked."""
        return not self._presenter.is_busy

    def close(self) -> None:
        """Late answers find nobody."""
        self._page.close()
