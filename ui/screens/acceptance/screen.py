"""The acceptance page: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.drafts import Begun, ItemEntry
from app.messages import text
from app.queries.customers import CustomerPage
from ui.changes import ChangeFeed, Topic
from ui.desk import Desk
from ui.running import Runners
from ui.screens.acceptance.checking import ItemKeys
from ui.screens.acceptance.holding import Holding
from ui.screens.acceptance.presenter import AcceptancePresenter, Views
from ui.screens.acceptance.view import AcceptanceView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus


class AcceptanceScreen(Screen):
    """One basket: call ``begin`` once, with the customer or with a basket that waited."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = AcceptanceView()
        self._page = PageRunners(runners)
        self._shell = shell
        view = self._view
        self._presenter = AcceptancePresenter(
            Views(view.customer, view.item, view.basket), desk, self._page.runners, changes, shell
        )
        self._stop = changes.subscribe(Topic.STANDING, then=self._presenter.next_code.count)
        self._keys = ItemKeys(view.item, self._presenter.item, shell.refresh_keys)
        self._holding = Holding(view, self._presenter, shell)
        self._connect()

    def begin(
        self, whose: CustomerPage | Begun, item: ItemEntry | None = None
    ) -> "AcceptanceScreen":
        """A new basket, with ``item`` filled in elsewhere; or one that waited."""
        if isinstance(whose, Begun):
            self._presenter.resume(whose)
        else:
            self._presenter.open(whose, item)
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
            Key.F10: KeyAction(text("ui.acceptance.key_hold"), self._holding.hold),
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
        """While the receiver is being entered, a card or number is the receiver's.

        A printed label or a customer's request goes to the item on the form.
        """
        if self._presenter.is_busy:
            return False
        for_receiver = self._view.item.form.receiver.has_focus()
        return self._presenter.scans.take(text, for_receiver=for_receiver)

    def step_back(self) -> bool:
        """Esc closes the checklist first; then it holds the basket: nothing is ever lost by it."""
        if self._view.item.checks_are_open():
            self._keys.close()
            return True
        return self._holding.step_back()

    def leave(self) -> bool:
        """Not while money is being booked, nor with items that are neither paid for nor held."""
        return not self._presenter.is_busy and not self._holding.holds

    def close(self) -> None:
        """Late answers find nobody."""
        self._holding.stop()
        self._stop()
        self._page.close()

    def basket(self) -> int | None:
        """Its number among those that wait."""
        return self._presenter.drafting.slot or 0

    def _connect(self) -> None:
        item, basket, presenter = self._view.item, self._view.basket, self._presenter
        item.form.changed.connect(self._changed)
        item.form.left.connect(presenter.item.left)
        item.form.receiver.commune.edited.connect(presenter.item.places.seek)
        item.form.receiver.name.sought.connect(
            lambda words: presenter.receivers.seek(words, presenter.editor.basket.items)
        )
        item.form.receiver.name.chosen.connect(presenter.receivers.choose)
        item.form.receiver.name.repeated.connect(presenter.receivers.repeat)
        item.added.connect(presenter.add)
        basket.removed.connect(lambda at: presenter.change(lambda: presenter.editor.remove(at)))
        basket.tendered.connect(self._tender)
        basket.given.connect(presenter.paying.give)
        basket.paid.connect(presenter.pay)
        self._view.from_file.activated.connect(
            lambda: self._shell.open_bulk(presenter.receivers.sender)
        )
        self._view.undo.activated.connect(lambda: presenter.change(presenter.editor.undo))

    def _changed(self, name: str) -> None:
        self._view.keep_on()
        self._presenter.item.changed(name, self._view.item.form.entered())

    def _tender(self, amount_vnd: int | None) -> None:
        self._view.keep_on()
        self._presenter.tender(amount_vnd)
