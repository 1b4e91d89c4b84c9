"""The acceptance page: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.messages import text
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.screens.acceptance.checking import ItemKeys
from ui.screens.acceptance.presenter import AcceptancePresenter, Views
from ui.screens.acceptance.view import AcceptanceView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class AcceptanceScreen(Screen):
    """One basket: call ``begin`` once, with the customer."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = AcceptanceView()
        self._page = PageRunners(runners)
        self._shell = shell
        self._abandoned = False
        view = self._view
        self._presenter = AcceptancePresenter(
            Views(view.customer, view.item, view.basket), desk, self._page.runners, changes, shell
        )
        self._stop = changes.subscribe(Topic.STANDING, then=self._presenter.next_code.count)
        self._keys = ItemKeys(view.item, self._presenter.item, shell.refresh_keys)
        self._connect()

    def begin(self, customer: CustomerPage) -> "AcceptanceScreen":
        """Open the basket."""
        self._presenter.open(customer)
        return self

    @property
    def widget(self) -> QWidget:
        """Three columns."""
        return self._view

    @property
    def title(self) -> str:
        """Acceptance."""
        return text("ui.acceptance.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """Receiver, checklist, money; F12 says what it still waits for."""
        item, presenter = self._view.item, self._presenter
        return {
            Key.F3: KeyAction(text("ui.acceptance.add"), presenter.add),
            Key.F4: KeyAction(text("ui.acceptance.key_receiver"), self._keys.go_to_receiver),
            Key.F7: KeyAction(text("ui.acceptance.key_checks"), self._keys.check),
            Key.F9: KeyAction(text("ui.acceptance.key_money"), self._view.basket.pay.press),
            Key.F12: KeyAction(
                text("ui.acceptance.pay"),
                presenter.pay,
                text("ui.acceptance.checks_open") if item.checks_are_open() else presenter.missing,
            ),
        }

    def place(self) -> Key:
        """The bar marks F3."""
        return Key.F3

    def focus_first(self) -> None:
        """Where the focus was left, else on the services."""
        if self._view.item.checks_are_open():
            self._view.item.checklist.setFocus()
        else:
            return_focus(self._view, self._view.item.form.service.setFocus)

    def take_scan(self, text: str) -> bool:
        """While the receiver is being entered, a card or number is the receiver's."""
        if not self._view.item.form.receiver.has_focus():
            return False
        return self._presenter.receivers.scan(text)

    def step_back(self) -> bool:
        """Esc closes the checklist first."""
        if not self._view.item.checks_are_open():
            return False
        self._keys.close()
        return True

    def leave(self) -> bool:
        """Not while money is being booked, nor with items that are not paid for."""
        if self._presenter.is_busy:
            return False
        if self._presenter.holds_something and not self._abandoned:
            self._view.abandon.ask()
            return False
        return True

    def close(self) -> None:
        """Late answers find nobody."""
        self._stop()
        self._page.close()

    def _connect(self) -> None:
        item, basket, presenter = self._view.item, self._view.basket, self._presenter
        item.form.changed.connect(self._changed)
        item.form.left.connect(presenter.item.left)
        item.form.receiver.commune.edited.connect(presenter.item.places.seek)
        item.form.receiver.name.sought.connect(presenter.seek_receiver)
        item.form.receiver.name.chosen.connect(presenter.receivers.choose)
        item.added.connect(presenter.add)
        basket.removed.connect(presenter.remove)
        basket.tendered.connect(self._tender)
        basket.given.connect(presenter.give)
        basket.paid.connect(presenter.pay)
        self._view.undo.activated.connect(presenter.undo)
        self._view.abandon.abandoned.connect(self._abandon)

    def _changed(self, name: str) -> None:
        self._view.abandon.withdraw()
        self._presenter.item.changed(name, self._view.item.form.entered())

    def _tender(self, amount_vnd: int | None) -> None:
        self._view.abandon.withdraw()
        self._presenter.tender(amount_vnd)

    def _abandon(self) -> None:
        self._abandoned = True
        self._shell.back()
