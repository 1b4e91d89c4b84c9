"""The day's transactions of this counter: owns view and presenter."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.scanning import Shape, recognise
from app.messages import text
from ui.changes import ChangeFeed
from ui.desk import Desk
from ui.running import Runners
from ui.screens.transactions.presenter import TransactionsPresenter
from ui.screens.transactions.view import TransactionsView
from ui.shell.handle import Key, KeyAction, Shell
from ui.shell.screen import Screen
from ui.while_open import PageRunners
from ui.widgets.focus import return_focus

_OPENS_HERE = (Shape.RECEIPT, Shape.PROOF, Shape.ITEM)


class TransactionsScreen(Screen):
    """What was booked, and the way to each. Call ``begin`` once."""

    def __init__(self, desk: Desk, runners: Runners, changes: ChangeFeed, shell: Shell) -> None:
        self._view = TransactionsView()
        self._page = PageRunners(runners)
        self._presenter = TransactionsPresenter(
            self._view, desk, self._page.runners, changes, shell
        )
        self._view.sought.connect(self._presenter.seek)
        self._view.opened.connect(self._presenter.open)
        self._view.turned.connect(self._presenter.turn)

    def begin(self) -> "TransactionsScreen":
        """Ask for today."""
        self._presenter.reload()
        return self

    @property
    def widget(self) -> QWidget:
        """The list."""
        return self._view

    @property
    def title(self) -> str:
        """Transactions of the day."""
        return text("ui.transactions.title")

    def keys(self) -> Mapping[Key, KeyAction]:
        """F5 comes back to today."""
        return {Key.F5: KeyAction(text("ui.transactions.today"), self._presenter.today)}

    def place(self) -> Key:
        """The bar marks F5."""
        return Key.F5

    def focus_first(self) -> None:
        """Where the focus was left, else in the search."""
        return_focus(self._view, self._view.search.setFocus)

    def take_scan(self, text: str) -> bool:
        """A receipt or an item is opened above this list."""
        found = recognise(text)
        if found.problem is not None or found.shape not in _OPENS_HERE:
            return False
        self._presenter.open(found.value)
        return True

    def close(self) -> None:
        """Late answers find nobody."""
        self._presenter.stop()
        self._page.close()
